package validate

import (
	"io/fs"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/require"
)

// tinyArms are trials of three weeks in a tenth of a square millimetre.
const tinyArms = `
[[protocol]]
set = ["section.width=0.3 mm", "section.height=0.3 mm", "section.pixel=10 um", "time.step=6 h", "endocrine.settle=10 d", "section.geometry=synthetic", "section.synthetic.tb_th=60 um", "section.synthetic.bv_tv=0.25"]
columns = ["bv_tv"]

[[arm]]
name = "none"
text = "nothing done"
start = "10 d"
until = "20 d"
quick = "yes"

[[arm]]
name = "drug"
text = "denosumab"
extends = "none"
treat = ["denosumab 60 mg subcutaneous once from 10 d"]
`

const tinyTargets = `
[[target]]
row = "X1"
observable = "BMD"
column = "bmd_tv"
unit = "%"
arm = "drug"
transform = "change"
baseline = "5 d"
window = "5 d"
points = ["5 d: 1.0 (0.5..2)", "10 d: 2 +/- 1 SE"]
strength = "S"
status = "READ"
population = "nobody"
source = "a test"

[[target]]
row = "X2"
observable = "RANKL"
column = "rankl_mean_pm"
arm = "drug"
against = "none"
by = "ratio"
window = "5 d"
points = ["10 d: 0.5"]
strength = "N"
status = "RECALLED"
population = "nobody"
source = "a test"
`

// tinyHealthy is a target that depends on what the section begins with.
const tinyHealthy = `
[[target]]
row = "X3"
observable = "BV/TV"
column = "bv_tv"
arm = "none"
points = ["0..10 d: in 0..60"]
strength = "N"
status = "DERIVED"
population = "nobody"
source = "a test"
`

// files returns a folder of one file of arms and one of targets.
func files(targets string) fs.FS {
	return fstest.MapFS{"arms.toml": {Data: []byte(tinyArms)}, "X.toml": {Data: []byte(targets)}}
}

// tiny returns a library that is run in seconds.
func tiny(t *testing.T) *Library {
	t.Helper()
	l, err := Read(files(tinyTargets))
	require.NoError(t, err)
	return l
}
