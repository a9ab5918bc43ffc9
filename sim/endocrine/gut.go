package endocrine

import "trabecula/sim/drug"

// GutParams are the constants of the small intestine.
type GutParams struct {
	Transit  float64 `param:"transit" default:"3.2 h" range:"30 min..48 h" doc:"mean time for which calcium stays where it can be absorbed" source:"small-intestinal transit 3-5 h (Davis 1986, recalled)"`
	Passive  float64 `param:"passive" default:"0.13" range:"0.01..0.3" doc:"share of luminal calcium that is absorbed without calcitriol" source:"10-15 % in vitamin D deficiency (Heaney 2003, recalled)"`
	Half     float64 `param:"half_saturation" base:"unit" default:"18 mmol" range:"0.1 mmol..200 mmol" doc:"luminal calcium at which active absorption is half-saturated" source:"calibrated: 1 g raises serum calcium 6.4-8.1 % (Reginster 1993)"`
	Fullest  float64 `param:"calcitriol_maximum" default:"2.5" range:"1.01..20" doc:"active absorption at saturating calcitriol, of that at rest" source:"assumed: doubling calcitriol raises absorption by 40 % (Gallagher 1979, recalled)"`
	Turnover float64 `param:"transporter_time" default:"27 h" range:"1 h..30 d" doc:"time constant with which active absorption follows calcitriol" source:"0.037/h (Peterson & Riggs 2010)"`
}

// gut is the small intestine: calcium in food and digestive juices, absorbed or
// lost in faeces.
var gut = organ[GutParams]{
	path: "endocrine.gut",
	doc:  "gut: absorption of calcium and phosphate, secretion and faecal loss",
	bind: func(p *GutParams, _ Person) axis { return newIntestine(p) },
}

// intestine is the gut with its constants at hand.
type intestine struct {
	*GutParams
	transit, passive float64 // of luminal calcium [1/h]
	capacity         float64 // of active absorption at rest [mmol/h]
	content          float64 // at rest [mmol]
	transport        drive   // by calcitriol
	phosphate        drive   // absorption, by calcitriol
}

// newIntestine solves the constants for rest: faecal loss fixes the content,
// what is not absorbed passively is absorbed actively.
func newIntestine(p *GutParams) *intestine {
	g := &intestine{GutParams: p, transit: 1 / p.Transit}
	g.passive = g.transit * p.Passive / (1 - p.Passive)
	g.content = restFaecal / g.transit
	g.capacity = (restAbsorbed - g.passive*g.content) * (p.Half + g.content) / g.content
	g.transport = newDrive(0, p.Fullest)
	g.phosphate = newDrive(0.75, 1.2) // assumed: most phosphate is absorbed without calcitriol
	return g
}

// The states of the gut.
const (
	gutLumen     = iota // calcium where it can be absorbed
	gutTransport        // active transporters, of those at rest
	gutEaten            // calcium so far, with oral doses
	gutFaeces           // calcium so far
)

func (g *intestine) states(Person) []state {
	return []state{
		{"gut.lumen", "mmol", g.content, g.content},
		{"gut.transport", "1", 1, 1},
		{"gut.eaten", "mmol", 0, 100},
		{"gut.faeces", "mmol", 0, 100},
	}
}

func (g *intestine) publish(now *moment, y []float64) {
	l, content := &now.Levels, max(y[gutLumen], 0)
	l.CalciumAbsorbed = content * (g.passive + g.capacity*y[gutTransport]/(g.Half+content))
	l.CalciumFaecal = content * g.transit
	l.CalciumSecreted = restSecreted / restIonised * l.Ionised
	l.PhosphateAbsorbed = restPhosphateAbsorbed / restPhosphateIntake * l.PhosphateIntake *
		g.phosphate.at(now.VDR)
}

func (g *intestine) derive(now *moment, y, dy []float64) {
	l := &now.Levels
	eaten := l.CalciumIntake + now.Drugs[drug.CalciumOral]
	dy[gutLumen] = eaten + l.CalciumSecreted - l.CalciumAbsorbed - l.CalciumFaecal
	dy[gutTransport] = (g.transport.at(power2(now.VDR)) - y[gutTransport]) / g.Turnover
	dy[gutEaten] = eaten
	dy[gutFaeces] = l.CalciumFaecal
}
