package signal

import (
	"math"

	"trabecula/sim/unit"
)

// PerfusedParams are the transport numbers of a substance that enters the
// section by its sinusoids.
type PerfusedParams struct {
	DiffusionMarrow  float64 `param:"diffusion_marrow" unit:"um^2/s" range:"0.01..1000" doc:"diffusivity in marrow"`
	DiffusionOsteoid float64 `param:"diffusion_osteoid" unit:"um^2/s" range:"0..1000" doc:"diffusivity in osteoid"`
	DiffusionBone    float64 `param:"diffusion_bone" unit:"um^2/s" range:"0..1000" doc:"effective diffusivity in mineralised bone, along the lacuno-canalicular network"`
	Clearance        float64 `param:"clearance" unit:"1/h" range:"0..100" doc:"rate of removal within the tissue; 0 = the tissue holds what plasma holds, everywhere"`
	Permeability     float64 `param:"permeability" unit:"um^2/s" range:"0..10000" doc:"exchange across the wall of a sinusoid, per its length: permeability times circumference"`
}

// PerfusedSpec is a row of Perfused.
type PerfusedSpec struct {
	Name   string // in parameter paths and column names
	Symbol string
	Doc    string
	Source string // of the transport numbers
	Params PerfusedParams
}

// Sources of the numbers that the substances of a class share; those of one
// class have one shape of their fields, which is computed once.
const (
	lipophilicSource = "D: 600 um2/s in water at 37 C at 300 Da, 0.4 of that in tissue; half-life of 2 h assumed: blood is cleared by the liver, marrow and bone metabolise little (aromatase, 11beta-HSD, deiodinases); wall: 10 um/s for lipophilic solutes (Renkin 1952, recalled) around a vessel of 20 um"
	peptideSource    = "D: Polson scaling of 3.5-9.4 kDa, 0.35 of that in water; half-life of 1 h assumed: blood is cleared by kidney and liver in minutes, tissue takes up only by receptors; wall: 1 um/s, discontinuous marrow sinusoids (assumed) around a vessel of 20 um"
	proteinSource    = "D: Polson scaling of 17-52 kDa, 0.35 of that in water, and as much for IGF-1 on its small binding proteins; half-life of 1 h assumed: as the free peptides; wall: 0.3 um/s (assumed, falls with size as in fenestrated vessels) around a vessel of 20 um"
	antibodySource   = "D: Polson scaling of 150 kDa, 0.35 of that in water; no clearance assumed: antibodies last for weeks, so they are uniform within a section; wall: 0.03 um/s (assumed)"
	ionSource        = "D: 700 um2/s in water at 37 C (Li & Gregory 1974, recalled), 0.5 of that in tissue; no clearance assumed: exchange with bone is part of the body; wall: as water-filled pores"
)

// The classes.
var (
	lipophilic = perfused(250, 120, 60, 2, 600)
	peptide    = perfused(60, 25, 10, 1, 60)
	protein    = perfused(45, 18, 7, 1, 20)
	antibody   = perfused(25, 7, 2, 0, 2)
	ion        = perfused(350, 180, 60, 0, 600)
)

// Perfused lists the substances that reach the section by blood. Osteoid takes
// about half of the diffusivity of marrow and bone the canalicular share.
var Perfused = [HormoneCount]PerfusedSpec{
	PTH:            {"pth", "PTH", "parathyroid hormone and its agonists at PTH1R", peptideSource, peptide},
	Calcitonin:     {"calcitonin", "CT", "calcitonin, human-equivalent", peptideSource, peptide},
	Calcitriol:     {"calcitriol", "1,25(OH)2D", "calcitriol, total", lipophilicSource, lipophilic},
	Estradiol:      {"estradiol", "E2", "oestradiol, free", lipophilicSource, lipophilic},
	Progesterone:   {"progesterone", "P4", "progesterone, total", lipophilicSource, lipophilic},
	Testosterone:   {"testosterone", "T", "testosterone, free", lipophilicSource, lipophilic},
	Cortisol:       {"cortisol", "F", "glucocorticoid, free, cortisol-equivalent", lipophilicSource, lipophilic},
	T3:             {"t3", "T3", "triiodothyronine, free", lipophilicSource, lipophilic},
	GH:             {"gh", "GH", "growth hormone", proteinSource, protein},
	SystemicIGF1:   {"systemic_igf1", "IGF-1", "insulin-like growth factor 1 of blood, free", proteinSource, protein},
	SystemicTNF:    {"systemic_tnf", "TNF-α", "tumour necrosis factor alpha of blood", proteinSource, protein},
	SystemicIL1:    {"systemic_il1", "IL-1β", "interleukin 1 beta of blood", proteinSource, protein},
	SystemicIL6:    {"systemic_il6", "IL-6", "interleukin 6 of blood", proteinSource, protein},
	Calcium:        {"calcium", "Ca2+", "calcium, ionised", ionSource, ion},
	Denosumab:      {"denosumab", "denosumab", "antibody to RANKL", antibodySource, antibody},
	Romosozumab:    {"romosozumab", "romosozumab", "antibody to sclerostin", antibodySource, antibody},
	AntiTNF:        {"anti_tnf", "anti-TNF", "antibody to TNF-α", antibodySource, antibody},
	Bisphosphonate: {"bisphosphonate", "BP", "bisphosphonate in plasma, zoledronate-equivalent", ionSource, ion},
}

// perfused converts diffusivities [um2/s], a half-life in tissue [h], 0 = none is
// cleared, and a wall's exchange [um2/s] to base units.
func perfused(marrow, osteoid, bone, halfLife, wall float64) PerfusedParams {
	const d = unit.Micrometre * unit.Micrometre / unit.Second
	clearance := 0.0
	if halfLife > 0 {
		clearance = math.Ln2 / halfLife
	}
	return PerfusedParams{marrow * d, osteoid * d, bone * d, clearance, wall * d}
}

// PerfusedDefaults returns the parameters of all substances as Perfused has them.
func PerfusedDefaults() (p [HormoneCount]PerfusedParams) {
	for h, spec := range Perfused {
		p[h] = spec.Params
	}
	return p
}

// String returns the name used in parameter paths and columns.
func (h Hormone) String() string { return Perfused[h].Name }
