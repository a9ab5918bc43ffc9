package agents

// Rate is something a cell does that hormones and cytokines change.
type Rate uint8

// The rates.
const (
	Proliferation       Rate = iota // rate of division
	Differentiation                 // speed of maturation to the next kind
	Adipogenesis                    // loss of a progenitor to fat cells
	Matrix                          // rate at which osteoid is laid
	Exhaustion                      // speed with which an osteoblast tires
	Apoptosis                       // hazard of death
	Wnt                             // Wnt signalling that sclerostin leaves
	RANKLSecretion                  // RANKL secreted
	OPGSecretion                    // OPG secreted
	SclerostinSecretion             // sclerostin secreted
	IGF1Secretion                   // IGF-1 secreted
	Retraction                      // alarm that makes a lining cell let go
	Reactivation                    // return of a lining cell to matrix synthesis
	Commitment                      // RANK signalling of a precursor
	Resorption                      // bone dissolved per nucleus
	Activation                      // response of an immune cell to its stimulus
	RateCount
)

// rateNames are the names in tables.
var rateNames = [RateCount]string{
	Proliferation: "proliferation", Differentiation: "differentiation", Adipogenesis: "adipogenesis",
	Matrix: "matrix", Exhaustion: "exhaustion", Apoptosis: "apoptosis", Wnt: "Wnt signalling",
	RANKLSecretion: "RANKL secretion", OPGSecretion: "OPG secretion",
	SclerostinSecretion: "sclerostin secretion", IGF1Secretion: "IGF-1 secretion",
	Retraction: "retraction", Reactivation: "reactivation", Commitment: "commitment",
	Resorption: "resorption", Activation: "activation",
}

// String returns the name used in tables.
func (r Rate) String() string { return rateNames[r] }
