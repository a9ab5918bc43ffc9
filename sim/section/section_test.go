package section

import (
	"testing"

	"github.com/stretchr/testify/require"

	"trabecula/sim/param"
)

func defaults() Params { return param.Default[Params]() }

func TestBuildBundled(t *testing.T) {
	for _, name := range []string{"xz098", "xz150", "xy150", "xz098-grey", "xz150-grey", "xy150-grey"} {
		p := defaults()
		p.Image = "bundled:" + name
		_, r, err := Build(p, 1, Matrix{})
		require.NoError(t, err)
		t.Logf("%+v", r)
	}
}
