package endocrine

import "math"

// IGFParams are the constants of IGF-1 and its binding proteins.
type IGFParams struct {
	Level   float64 `param:"level" base:"unit" default:"29 nM" range:"1 nM..500 nM" doc:"total IGF-1 at the resting GH signal and 30 years" source:"220 ng/mL (Brabant 2003; recalled)"`
	Hepatic float64 `param:"hepatic" default:"0.75" range:"0..1" doc:"share of it that the liver makes under GH; other tissues make the rest" source:"75 % (Sjogren 1999, mice without hepatic IGF-1; recalled)"`
	Half    float64 `param:"half_gh" base:"unit" default:"70 pM" range:"1 pM..1e4 pM" doc:"GH that occupies half of the receptors that signal" source:"assumed: 1.5 ug/L; pulses saturate, so steady GH raises IGF-1 more than its mean says (Ionescu & Frohman 2006)"`
	Rest    float64 `param:"rest_signal" default:"0.23" range:"0.001..1" doc:"resting GH signal: occupied receptors, mean of the day, of a healthy adult of 30 years" source:"fitted: as the axis rests"`
	Memory  float64 `param:"memory" default:"18 h" range:"1 h..200 h" doc:"time in which the liver's production follows GH" source:"assumed: IGF-1 peaks about a day after a dose of GH (Jorgensen 1990; recalled)"`
	ByE     float64 `param:"by_estradiol" default:"0.5" range:"0..10" doc:"greatest rise of the GH that the liver needs, by oestradiol" source:"assumed: women have the IGF-1 of men with more GH; SOCS2 (Leung 2003; recalled)"`
	HalfE   float64 `param:"half_estradiol" base:"unit" default:"5 pM" range:"0.01 pM..1000 pM" doc:"free oestradiol with half of this effect" source:"assumed: as of the drive of GH"`
	Ageing  float64 `param:"ageing" base:"unit" default:"0.007 1/year" range:"0 1/year..0.1 1/year" doc:"loss of production at a given GH per year of age, counted from 30" source:"fitted: IGF-1 70-180 ng/mL at 70-80 years (Brabant 2003; recalled)"`

	Sites    float64 `param:"sites" base:"unit" default:"100 nM" range:"1 nM..1000 nM" doc:"binding sites of IGFBP-3 with its acid-labile subunit, at rest" source:"3.5-4 mg/L of IGFBP-3 (recalled)"`
	Constant float64 `param:"sites_constant" default:"0.5" range:"0..1" doc:"share of them that does not need GH" source:"IGFBP-3 falls to a half in GH deficiency (Blum 1990; recalled)"`
	Affinity float64 `param:"affinity" base:"unit" default:"0.72 nM" range:"0.001 nM..100 nM" doc:"apparent dissociation constant beside IGF-2" source:"fitted: 1 % of IGF-1 is free (Frystyk 1994; recalled)"`
	Bound    float64 `param:"bound_loss" base:"unit" default:"0.016 1/h" range:"0 1/h..1 1/h" doc:"loss rate of bound IGF-1" source:"fitted: with the free 1 %, half-life 15 h (Guler 1989: 12-15 h; recalled)"`
	Free     float64 `param:"free_loss" base:"unit" default:"3 1/h" range:"0.1 1/h..100 1/h" doc:"loss rate of free IGF-1" source:"half-life 10-15 min (Guler 1989; recalled)"`
}

// occupancy returns the share of GH receptors that a steady GH [pM] occupies.
func (g *IGFParams) occupancy(gh float64) float64 { return gh / (gh + g.Half) }

// pulse returns how far a burst lifts the signal: the integral over time of the
// receptors that it occupies beyond those of a steady GH and of what earlier bursts
// left [pM], for a size [pM] and a loss rate [1/h]. With m the steady GH and the
// half-effect, x/(m+x) falls as x decays; its integral is ln(1+x/m) over the rate.
func (g *IGFParams) pulse(steady, left, size, loss float64) float64 {
	m := steady + g.Half
	return g.Half / m * math.Log((m+left+size)/(m+left)) / loss / g.Memory
}

// sites returns the binding sites [nM] under a GH signal.
func (g *IGFParams) sites(signal float64) float64 {
	return g.Sites * (g.Constant + (1-g.Constant)*saturating(signal/g.Rest, 1))
}

// free returns free IGF-1 [pM] of the total [nM].
func (g *IGFParams) free(total, signal float64) float64 {
	return 1000 * unbound(total, g.sites(signal), g.Affinity)
}

// derive returns the change of total IGF-1 [nM/h]. Production at rest keeps the
// resting level.
func (g *IGFParams) derive(now *moment, l *Levels, signal float64) float64 {
	rest := g.lost(g.Level, g.free(g.Level, g.Rest)/1000)
	e := max(l.FreeEstradiol, 0)
	heard := signal / g.Rest / (1 + g.ByE*e/(e+g.HalfE))
	age := math.Exp(-g.Ageing * (now.Age - 30))
	return rest*age*(1-g.Hepatic+g.Hepatic*heard) - g.lost(l.IGF1, l.FreeIGF1/1000)
}

// lost returns the loss of IGF-1 [nM/h].
func (g *IGFParams) lost(total, free float64) float64 {
	return g.Free*free + g.Bound*(total-free)
}
