package assay

import (
	"slices"

	"trabecula/sim/endocrine"
	"trabecula/sim/unit"
)

// Probe is what is measured: a column of every test.
type Probe struct {
	Name, Symbol, Unit string
	reading            *endocrine.Reading // of the laboratory, if it is one
	of                 func(*moment) float64
}

// moment is a body at a time, as the probes see it.
type moment struct {
	levels   endocrine.Levels
	bone     endocrine.Bone
	turnover endocrine.Turnover
}

const calciumMgPerDay = 40.078 * unit.Day // of mmol/h

// probes lists what is measured, in the order of the columns: the readings of the
// laboratory, the same in the units of the physiologist, and the skeleton.
var probes = slices.Concat(laboratory(), []Probe{
	{Name: "pth_pmol_l", Symbol: "PTH", Unit: "pM", of: func(m *moment) float64 { return m.levels.PTH }},
	{Name: "pth1r_pmol_l", Symbol: "PTH and agonists", Unit: "pM", of: func(m *moment) float64 { return m.levels.PTH1R }},
	{Name: "calcitriol_pmol_l", Symbol: "calcitriol", Unit: "pM", of: func(m *moment) float64 { return m.levels.Calcitriol }},
	{Name: "cortisol_nmol_l", Symbol: "cortisol", Unit: "nM", of: func(m *moment) float64 { return m.levels.Cortisol }},
	{Name: "calcium_urine_mmol_d", Symbol: "Ca urine", Unit: "mmol/d", of: func(m *moment) float64 { return m.levels.CalciumUrine * unit.Day }},
	{Name: "bone_resorption_mg_d", Symbol: "Ca from bone", Unit: "mg/d", of: func(m *moment) float64 { return m.bone.Resorption * calciumMgPerDay }},
	{Name: "bone_formation_mg_d", Symbol: "Ca into bone", Unit: "mg/d", of: func(m *moment) float64 { return m.bone.Laid(m.levels.Mineralisation) * calciumMgPerDay }},
	{Name: "resorption_pct", Symbol: "resorption", Unit: "% of health", of: func(m *moment) float64 { return 100 * m.turnover.Resorption }},
	{Name: "formation_pct", Symbol: "formation", Unit: "% of health", of: func(m *moment) float64 { return 100 * m.turnover.Formation }},
	{Name: "rankl_free_rel", Symbol: "free RANKL", Unit: "of health", of: func(m *moment) float64 { return m.turnover.FreeRANKL }},
	{Name: "rankl_rel", Symbol: "RANKL made", Unit: "of health", of: func(m *moment) float64 { return m.turnover.RANKL }},
	{Name: "opg_rel", Symbol: "OPG made", Unit: "of health", of: func(m *moment) float64 { return m.turnover.OPG }},
	{Name: "rankl_opg_rel", Symbol: "RANKL:OPG", Unit: "of health", of: func(m *moment) float64 { return m.turnover.RANKL / m.turnover.OPG }},
	{Name: "osteoblast_survival_rel", Symbol: "life of osteoblasts", Unit: "of health", of: func(m *moment) float64 { return m.turnover.Survival }},
})

// laboratory returns the laboratory's readings as probes.
func laboratory() []Probe {
	var list []Probe
	for i := range endocrine.Serum {
		r := &endocrine.Serum[i]
		list = append(list, Probe{r.Name, r.Symbol, r.Unit, r, func(m *moment) float64 { return r.Value(&m.levels) }})
	}
	return list
}

// Probes returns what is measured.
func Probes() []Probe { return probes }

// index returns the column of a probe. An unknown name is a bug: it panics.
func index(name string) int {
	for i, p := range probes {
		if p.Name == name {
			return i
		}
	}
	panic("assay: no probe " + name)
}
