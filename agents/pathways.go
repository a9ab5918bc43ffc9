package agents

import (
	"trabecula/field/signal"
	"trabecula/sim/unit"
)

// Pathway indexes the small kinetic variables between a cell's hormone receptors
// and its rates.
type Pathway uint8

// The pathways. The catalogue says what each is.
const (
	PTH1RLost Pathway = iota
	CAMP
	CREB
	Runx2
	Bcl2
	PTHPool
	CTRLost
	CTR
	JAKSTAT
	Akt
	ERK
	TRa
	TRb
	GR
	FOXO
	ERa
	ERb
	PR
	AR
	VDR
	NFkB
	STAT3
	CaSR
	BloodTNF
	BloodIL6
	PathwayCount
)

// Pathways is the state of a cell's pathways: at least 0, 0 = silent.
type Pathways [PathwayCount]float32

// PathwaySpec is a row of the catalogue.
type PathwaySpec struct {
	Name    string
	Doc     string
	Ligands []signal.Hormone // whose concentrations add up at the receptor; none = driven by other pathways
	Hill    int              // steepness of the occupancy; 0 = the pathway is the concentration itself [pM]
	Params  ReceptorParams   // defaults; of pathways with ligands and no kinetics of their own
	Source  string           // of the numbers
}

// ReceptorParams are the numbers of a simple receptor pathway: occupancy,
// followed with a time constant.
type ReceptorParams struct {
	Half float64 `param:"half" unit:"pM" range:"1e-6..1e10" doc:"concentration of half occupancy"`
	DelayParams
}

// DelayParams is the time constant alone, of a pathway that is driven by others
// or by a concentration itself.
type DelayParams struct {
	Time float64 `param:"time" unit:"h" range:"1 min..60 d" doc:"time constant with which the pathway follows its drive"`
}

// simple reports whether the pathway is a plain receptor or delay: all but those
// of PTH1R and the calcitonin receptor, which have parameters of their own.
func (q Pathway) simple() bool { return q > CTR }

// String returns the name used in parameter paths and tables.
func (q Pathway) String() string { return PathwayCatalogue[q].Name }

// receptor returns the numbers of a receptor: half occupancy [pM], time constant [h].
func receptor(half, time float64) ReceptorParams { return ReceptorParams{half, DelayParams{time}} }

// after returns those of a pathway without an occupancy of its own.
func after(time float64) ReceptorParams { return receptor(0, time) }

// PathwayCatalogue lists the pathways. Receptors signal within minutes; the time
// constants are those of the induced proteins by which rates change.
var PathwayCatalogue = [PathwayCount]PathwaySpec{
	PTH1RLost: {Name: "pth1r_lost", Doc: "share of PTH1R desensitised and taken in", Source: sourcePTH1R},
	CAMP:      {Name: "camp_pka", Doc: "cAMP and PKA of responsive PTH1R: a pulse gives a large transient, sustained exposure adapts", Source: sourcePTH1R},
	CREB:      {Name: "creb", Ligands: []signal.Hormone{signal.PTH}, Hill: 1, Doc: "CREB programme of sustained PTH1R occupancy: builds up over a day or more, ends within hours", Source: sourcePTH1R},
	Runx2:     {Name: "runx2", Doc: "Runx2: raised by cAMP pulses, degraded through Smurf1 under sustained exposure", Source: sourcePTH1R},
	Bcl2:      {Name: "bcl2", Doc: "Bcl-2 and its kin, transcribed by Runx2", Source: sourcePTH1R},
	PTHPool:   {Name: "pth_pool", Doc: "slow adaptation of the lineage to sustained PTH", Source: sourcePTH1R},
	CTRLost:   {Name: "ctr_lost", Doc: "share of calcitonin receptors lost: escape", Source: sourceCalcitonin},
	CTR:       {Name: "ctr", Ligands: []signal.Hormone{signal.Calcitonin}, Hill: 1, Doc: "activity of the calcitonin receptors that are left", Source: sourceCalcitonin},
	JAKSTAT: {"jak_stat", "GH receptor to JAK2/STAT5", []signal.Hormone{signal.GH}, 1, receptor(200, 12),
		"half assumed: affinity of the GH receptor 0.1-1 nM (recalled), peaks of GH reach 200-900 pM; time assumed: STAT5 acts through induced proteins, half a day"},
	Akt: {"pi3k_akt", "IGF-1 receptor to PI3K/Akt, by IGF-1 of blood", []signal.Hormone{signal.SystemicIGF1}, 2, receptor(260, 6),
		"half assumed: the healthy free level, about 1 % of 200 ng/mL; steepness: the receptor is a dimer; time assumed: hours, of survival and synthesis"},
	ERK: {"mapk_erk", "IGF-1 receptor to MAPK/ERK, by IGF-1 of blood", []signal.Hormone{signal.SystemicIGF1}, 2, receptor(260, 12),
		"as pi3k_akt; time assumed: half a cell cycle"},
	TRa: {"tr_alpha", "thyroid hormone receptor α", []signal.Hormone{signal.T3}, 2, receptor(10, 24),
		"half assumed: twice healthy free T3, 3-7 pM, so that lack and excess both tell; steepness: dimer on DNA; time: induced proteins"},
	TRb: {"tr_beta", "thyroid hormone receptor β", []signal.Hormone{signal.T3}, 2, receptor(10, 24),
		"as tr_alpha; osteoclasts carry it too (recalled)"},
	GR: {"gr", "glucocorticoid receptor", []signal.Hormone{signal.Cortisol}, 2, receptor(20e3, 12),
		"affinity for cortisol 15-40 nM (recalled); steepness: dimer on DNA; time assumed: half a day, so that the daily rhythm is blurred"},
	FOXO: {Name: "foxo", Doc: "FOXO in the nucleus: driven by the glucocorticoid receptor, kept out by Akt", Params: after(24),
		Source: "direction: Weinstein 1998, Almeida 2011 (recalled); time: induced proteins"},
	ERa: {"er_alpha", "oestrogen receptor α", []signal.Hormone{signal.Estradiol}, 2, receptor(1, 24),
		"half: resorption rises in men below total oestradiol of 10 pg/mL, 0.7 pM free (Finkelstein 2016), and up to 15-25 pg/mL; steepness: dimer on DNA; time: induced proteins"},
	ERb: {"er_beta", "oestrogen receptor β", []signal.Hormone{signal.Estradiol}, 1, receptor(3, 24),
		"half assumed: thrice that of er_alpha, follows the cycle; time: induced proteins"},
	PR: {"pr", "progesterone receptor, which oestrogen receptor α induces", []signal.Hormone{signal.Progesterone}, 1, receptor(10e3, 24),
		"half assumed: between follicular (< 3 nM) and luteal (16-64 nM) levels; without oestrogen progesterone does not stop loss (Seifert-Klauss & Prior 2010); time: induced proteins"},
	AR: {"ar", "androgen receptor", []signal.Hormone{signal.Testosterone}, 1, receptor(120, 24),
		"half assumed: free share of the 200 ng/dL below which men lose bone (Finkelstein 2016), 2 % free; time: induced proteins"},
	VDR: {"vdr", "vitamin D receptor", []signal.Hormone{signal.Calcitriol}, 1, receptor(400, 24),
		"half assumed: between healthy serum (90 pM) and the 1-10 nM that act in culture (recalled); time: induced proteins"},
	NFkB: {"nf_kb", "NF-κB by TNF-α and IL-1β of blood and marrow", []signal.Hormone{signal.SystemicTNF, signal.SystemicIL1}, 1, receptor(1, 6),
		"half: IL-1β acts at 10-100 pg/mL, 0.6-6 pM, in coculture; time assumed: hours, of the induced proteins"},
	STAT3: {"stat3", "STAT3 by IL-6 of blood and marrow", []signal.Hormone{signal.SystemicIL6}, 1, receptor(5, 6),
		"half assumed: 100 pg/mL, above the 20-80 pg/mL of rheumatoid serum; time assumed: hours"},
	CaSR: {"calcium_sensing", "sensing of extracellular calcium by osteoclasts", []signal.Hormone{signal.Calcium}, 4, receptor(1.8e9, 5*unit.Minute),
		"half assumed: above serum, 1.25 mM, and far below the 8-40 mM under a resorbing cell; time: minutes (Zaidi 1989, recalled)"},
	BloodTNF: {"blood_tnf", "TNF-α and IL-1β that blood adds to those of the marrow [pM]", []signal.Hormone{signal.SystemicTNF, signal.SystemicIL1}, 0, after(1),
		"time assumed: exchange of marrow fluid and half-lives of 10-30 min"},
	BloodIL6: {"blood_il6", "IL-6 that blood adds to that of the marrow [pM]", []signal.Hormone{signal.SystemicIL6}, 0, after(1),
		"time assumed: exchange of marrow fluid and half-life of 1-2 h"},
}
