package drug

// Port is a place at which drugs act on the body or reach the section. The body
// reads ports; it does not know which drug fills them.
type Port int

// The ports. Rates are of appearance in the pool that the name says.
const (
	PTH1R           Port = iota // agonist in plasma, PTH(1-84)-equivalent [pM]
	CalcitoninR                 // agonist in plasma, human-calcitonin-equivalent [pM]
	CalcitriolIn                // calcitriol into plasma [pmol/h]
	VitaminDIn                  // vitamin D3 from gut or depot [nmol/h]
	CalciumOral                 // calcium into the gut [mmol/h]
	CalciumIV                   // calcium into plasma [mmol/h]
	CalciumChelator             // calcium bound and cleared, EDTA or citrate [mmol/h]
	EstradiolIn                 // oestradiol into plasma [pmol/h]
	ProgesteroneIn              // progesterone into plasma [nmol/h]
	TestosteroneIn              // testosterone into plasma [nmol/h]
	GlucocorticoidR             // synthetic glucocorticoid, free cortisol-equivalent [nM]
	ACTHIn                      // ACTH(1-24) activity in plasma [pM]
	ThyroxineIn                 // T4 into plasma [nmol/h]
	GHIn                        // growth hormone into plasma [pmol/h]
	GHRHR                       // GHRH-receptor agonist, multiple of the natural drive [-]
	GHSR                        // ghrelin-receptor agonist, multiple of the natural drive [-]
	AromataseBlock              // share of aromatase that is blocked [0..1]
	GonadotropinBlock           // share of LH and FSH release that is blocked, GnRH analogues [0..1]
	DenosumabIn                 // denosumab in plasma [pM]
	RomosozumabIn               // romosozumab in plasma [pM]
	AntiTNFIn                   // binding sites for TNF-α in plasma [pM]
	BisphosphonateIn            // free in plasma, zoledronate-equivalent [pM]
	PortCount
)

// Ports are the present values of all ports; the drugs at one port add up, but
// blocked shares combine as independent: 1 - (1-a)(1-b).
type Ports [PortCount]float64
