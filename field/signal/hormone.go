package signal

// Hormone indexes the substances that reach the section by blood: hormones,
// the systemic share of growth factors and cytokines, minerals and drugs. What
// is bound to carriers in blood does not leave it, so all are free
// concentrations.
type Hormone int

// The perfused substances.
const (
	PTH          Hormone = iota // agonist at PTH1R: PTH(1-84) and teriparatide
	Calcitonin                  // human-equivalent
	Calcitriol                  // free index: total, see the row
	Estradiol                   // free
	Progesterone                // total
	Testosterone                // free
	Cortisol                    // free glucocorticoid, cortisol-equivalent
	T3                          // free
	GH                          // total
	SystemicIGF1                // free
	SystemicTNF
	SystemicIL1
	SystemicIL6
	Calcium // ionised
	Denosumab
	Romosozumab
	AntiTNF
	Bisphosphonate // zoledronate-equivalent, in plasma
	HormoneCount
)

// Blood is the free concentration of every perfused substance [pM].
type Blood [HormoneCount]float64
