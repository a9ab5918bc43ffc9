package drug

// Port is a place at which drugs act on the body or reach the section. The body
// reads ports; it does not know which drug fills them.
type Port int

// The ports. Rates are of appearance in the pool that the name says.
const (
	PTH1R             Port = iota // agonist in plasma, PTH(1-84)-equivalent [pM]
	CalcitoninR                   // agonist in plasma, human-calcitonin-equivalent [pM]
	CalcitriolIn                  // calcitriol into plasma [pmol/h]
	VitaminDIn                    // vitamin D3 from gut or depot [nmol/h]
	CalciumOral                   // calcium into the gut [mmol/h]
	CalciumIV                     // calcium into plasma [mmol/h]
	CalciumChelator               // calcium bound and cleared, EDTA or citrate [mmol/h]
	EstradiolIn                   // oestradiol into plasma [pmol/h]
	ProgesteroneIn                // progesterone into plasma [nmol/h]
	TestosteroneIn                // testosterone into plasma [nmol/h]
	GlucocorticoidR               // synthetic glucocorticoid, free cortisol-equivalent [nM]
	ACTHIn                        // ACTH(1-24) activity in plasma [pM]
	ThyroxineIn                   // T4 into plasma [nmol/h]
	GHIn                          // growth hormone into plasma [pmol/h]
	GHRHR                         // GHRH-receptor agonist, multiple of the natural drive [-]
	GHSR                          // ghrelin-receptor agonist, multiple of the natural drive [-]
	AromataseBlock                // share of aromatase that is blocked [0..1]
	GonadotropinBlock             // share of LH and FSH release that is blocked, GnRH analogues [0..1]
	DenosumabIn                   // binding sites of denosumab in plasma [pM]
	RomosozumabIn                 // binding sites of romosozumab in plasma [pM]
	AntiTNFIn                     // binding sites for TNF-α in plasma [pM]
	BisphosphonateIn              // free in plasma, zoledronate-equivalent [pM]
	PortCount
)

// Ports are the present values of all ports; the drugs at one port add up, but
// blocked shares combine as independent: 1 - (1-a)(1-b).
type Ports [PortCount]float64

// socket is what is known of a port: its name, its unit and what one of the unit
// is worth in pM or pmol/h.
type socket struct {
	name, unit string
	worth      float64
}

// sockets describes the ports.
var sockets = [PortCount]socket{
	PTH1R:             {"PTH1R", "pM", 1},
	CalcitoninR:       {"CalcitoninR", "pM", 1},
	CalcitriolIn:      {"CalcitriolIn", "pmol/h", 1},
	VitaminDIn:        {"VitaminDIn", "nmol/h", 1e3},
	CalciumOral:       {"CalciumOral", "mmol/h", 1e9},
	CalciumIV:         {"CalciumIV", "mmol/h", 1e9},
	CalciumChelator:   {"CalciumChelator", "mmol/h", 1e9},
	EstradiolIn:       {"EstradiolIn", "pmol/h", 1},
	ProgesteroneIn:    {"ProgesteroneIn", "nmol/h", 1e3},
	TestosteroneIn:    {"TestosteroneIn", "nmol/h", 1e3},
	GlucocorticoidR:   {"GlucocorticoidR", "nM", 1e3},
	ACTHIn:            {"ACTHIn", "pM", 1},
	ThyroxineIn:       {"ThyroxineIn", "nmol/h", 1e3},
	GHIn:              {"GHIn", "pmol/h", 1},
	GHRHR:             {"GHRHR", "1", 1},
	GHSR:              {"GHSR", "1", 1},
	AromataseBlock:    {"AromataseBlock", "1", 1},
	GonadotropinBlock: {"GonadotropinBlock", "1", 1},
	DenosumabIn:       {"DenosumabIn", "pM", 1},
	RomosozumabIn:     {"RomosozumabIn", "pM", 1},
	AntiTNFIn:         {"AntiTNFIn", "pM", 1},
	BisphosphonateIn:  {"BisphosphonateIn", "pM", 1},
}

// String names the port.
func (p Port) String() string { return sockets[p].name }

// Unit is the unit of the port's value; "1" if it is a plain number.
func (p Port) Unit() string { return sockets[p].unit }

// add brings one drug's share to a port, which is in the unit of the port.
func (v *Ports) add(p Port, x float64) {
	if p == AromataseBlock || p == GonadotropinBlock {
		v[p] = 1 - (1-v[p])*(1-x)
		return
	}
	v[p] += x
}
