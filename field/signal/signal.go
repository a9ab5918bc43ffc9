// Package signal is the catalogue of the diffusing signals: what each is, how
// fast it spreads and decays, and where those numbers come from. It does not
// know who secretes a signal or who listens. A new signal is one row here.
package signal

import "trabecula/sim/unit"

// Signal indexes the catalogue.
type Signal int

// The signals of the section.
const (
	RANKL Signal = iota
	OPG
	RANKLOPG
	MCSF
	TGFb
	IGF1
	Sclerostin
	TNF
	IL1
	IL6
	IL10
	Count
)

// Params are the transport numbers of one signal.
type Params struct {
	DiffusionMarrow  float64 `param:"diffusion_marrow" unit:"um^2/s" range:"0..1000" doc:"diffusivity in marrow"`
	DiffusionOsteoid float64 `param:"diffusion_osteoid" unit:"um^2/s" range:"0..1000" doc:"diffusivity in osteoid"`
	DiffusionBone    float64 `param:"diffusion_bone" unit:"um^2/s" range:"0..1000" doc:"effective diffusivity in mineralised bone, along the lacuno-canalicular network"`
	HalfLife         float64 `param:"half_life" unit:"min" range:"0.1 min..30 d" doc:"half-life of the free signal in tissue, matrix binding and non-specific uptake included"`
	Secretion        float64 `param:"secretion" unit:"1" range:"0..1000" doc:"multiplier on all secretion of the signal"`
}

// Spec is a row of the catalogue.
type Spec struct {
	Name   string // in parameter paths and column names
	Symbol string // gene or protein name
	Doc    string
	Source string // of the transport numbers
	Params Params // defaults
}

// Source tells where the transport numbers of the signal come from.
func (s Spec) SourceOf(string) string { return s.Source }

// Catalogue lists the signals. Marrow diffusivities are 0.3-0.5 of free
// diffusion in water at 37 C by mass (Polson 1950); osteoid takes half of
// marrow and bone the canalicular share.
var Catalogue = [Count]Spec{
	RANKL: {"rankl", "RANKL", "receptor activator of NF-kB ligand (TNFSF11), soluble and shed",
		"D assumed: Polson scaling of the 66 kDa trimer gives 28-46 um2/s in tissue, of which about an eighth is free, the rest on membranes and matrix; in bone it is carried by osteocyte dendrites; half-life 0.5-2 h; together a reach of 70-110 um (Bishop et al. 2024: decay length 47 um)",
		row(5, 2, 4, 30)},
	OPG: {"opg", "OPG", "osteoprotegerin (TNFRSF11B), decoy receptor of RANKL",
		"D: Polson scaling of the 120 kDa dimer, 23-38 um2/s in tissue; local half-life 10-60 min (plasma: minutes)",
		row(30, 8, 3, 10)},
	RANKLOPG: {"rankl_opg", "RANKL·OPG", "complex of RANKL and OPG",
		"D: Polson scaling of 186 kDa; half-life assumed: cleared like OPG by syndecan-1 mediated uptake",
		row(22, 6, 2, 10)},
	MCSF: {"mcsf", "M-CSF", "macrophage colony-stimulating factor (CSF1)",
		"D: Polson scaling of the 45 kDa dimer, 32-53 um2/s in tissue; half-life about 1 h (recalled)",
		row(40, 12, 4, 60)},
	TGFb: {"tgfb", "TGF-β1", "active transforming growth factor beta 1, freed from matrix by resorption",
		"D: Polson scaling of 25 kDa, 38-64 um2/s in tissue; half-life of the active form 2-3 min (Wakefield 1990, recalled)",
		row(45, 15, 5, 2.5)},
	IGF1: {"igf1", "IGF-1", "insulin-like growth factor 1, locally made and freed from matrix",
		"D: Polson scaling of 7.6 kDa, 57-95 um2/s in tissue; half-life of free IGF-1 10-12 min (Guler 1989, recalled)",
		row(75, 25, 10, 11)},
	Sclerostin: {"sclerostin", "sclerostin", "sclerostin (SOST), osteocyte inhibitor of Wnt signalling",
		"D: Polson scaling of 22.5 kDa in marrow, 5-20 um2/s in canaliculi; half-life 0.67 h in the plasma model of a sclerostin antibody (OpenBoneMin history), assumed 5 min in tissue so that it marks the osteocyte's own surface",
		row(45, 20, 10, 5)},
	TNF: {"tnf", "TNF-α", "tumour necrosis factor alpha",
		"D: Polson scaling of the 52 kDa trimer, 30-50 um2/s in tissue; half-life 10-30 min (plasma, recalled)",
		row(40, 12, 4, 20)},
	IL1: {"il1", "IL-1β", "interleukin 1 beta",
		"D: Polson scaling of 17 kDa, 44-73 um2/s in tissue; half-life 10-20 min (recalled)",
		row(55, 18, 7, 15)},
	IL6: {"il6", "IL-6", "interleukin 6",
		"D: Polson scaling of 23 kDa, 40-66 um2/s in tissue; half-life 1-2 h (recalled)",
		row(50, 16, 6, 90)},
	IL10: {"il10", "IL-10", "interleukin 10",
		"D: Polson scaling of the 37 kDa dimer; half-life assumed: as IL-6's order, 1 h",
		row(45, 14, 5, 60)},
}

// row converts diffusivities [um2/s] and a half-life [min] to base units.
func row(marrow, osteoid, bone, halfLife float64) Params {
	const d = unit.Micrometre * unit.Micrometre / unit.Second
	return Params{marrow * d, osteoid * d, bone * d, halfLife * unit.Minute, 1}
}

// Defaults returns the parameters of all signals as the catalogue has them.
func Defaults() (p [Count]Params) {
	for s, spec := range Catalogue {
		p[s] = spec.Params
	}
	return p
}

// String returns the name used in parameter paths and columns.
func (s Signal) String() string { return Catalogue[s].Name }

// Binding is the reversible mass-action binding of two signals to a third.
type Binding struct {
	On  float64 `param:"association" default:"0.0864 1/pM/d" range:"0..100" doc:"association rate of RANKL and OPG" source:"assumed: 1e6 /M/s, the order of surface plasmon resonance studies (Schneeweis 2005, recalled); Lemaire 2004 uses 0.01 /pM/d"`
	Off float64 `param:"dissociation" default:"0.864 1/d" range:"0..1000" doc:"dissociation rate of RANKL·OPG" source:"assumed: KD 10 pM of dimeric OPG (Nelson 2012, recalled) times the association rate; Lemaire 2004 uses 10 /d with KD 1 nM"`
}
