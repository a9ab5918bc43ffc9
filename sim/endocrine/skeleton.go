package endocrine

import (
	"math"

	"trabecula/agents"
	"trabecula/field/signal"
	"trabecula/sim/unit"
)

// SkeletonParams rule the skeleton around the section: a representative cell of
// each kind, which listens to the same hormones through the same receptors as
// the section's, and two pools of working cells.
type SkeletonParams struct {
	Flux       float64 `param:"flux" base:"unit" default:"12.5 mmol/d" range:"0.1 mmol/d..100 mmol/d" doc:"calcium that resorption frees and mineralisation takes up in a healthy adult" source:"about 500 mg/d either way (textbooks)"`
	Share      float64 `param:"section_share" default:"0.25" range:"0..1" doc:"weight of the section in the fluxes of the skeleton" source:"assumed: trabecular bone is a fifth of the skeleton and half of its turnover; one section in place of millions is noisy"`
	Turnover   float64 `param:"section_turnover" default:"8 %/year" range:"0.1 %/year..100 %/year" doc:"renewal of the section's mineral at which it stands for the healthy flux" source:"calibrated: the healthy section renews 7.9 % a year"`
	Window     float64 `param:"section_window" default:"30 d" range:"1 h..365 d" doc:"time constant over which the section's fluxes are averaged" source:"assumed: longer than an osteoclast lives, shorter than a cycle"`
	Limit      float64 `param:"section_limit" default:"3" range:"1..1000" doc:"most that a section's fluxes tell, relative to health" source:"assumed: a small section can burn by chance or by its own disease, a skeleton of millions of sites does not follow it further"`
	Osteoclast float64 `param:"osteoclast_life" default:"14 d" range:"1 d..90 d" doc:"mean time for which an osteoclast digs at a site" source:"14 (10-25) d (Manolagas 2000, recalled)"`
	Undug      float64 `param:"undug" default:"1" range:"0.01..10" doc:"bone that osteoclasts leave at a site when they die, of what they dig in health" source:"assumed: erosion is three times faster in thyrotoxicosis and ends so much earlier (3.8 against 1.1 um/d, 16 against 51 d, Eriksen 1985), so that how fast and how long cells dig tells on the depth of a site by half"`
	Reversal   float64 `param:"reversal" default:"35 d" range:"1 d..365 d" doc:"delay from resorption to the osteoblasts that fill the cavity" source:"mononuclear phase 34 d (Eriksen 1984, recalled)"`
	Arrested   float64 `param:"arrested" default:"0.1" range:"0.001..10" doc:"cavities whose reversal comes to nothing, of those that are filled in health" source:"assumed: a little of the eroded surface is in arrested reversal in health, much of it under glucocorticoids (Andersen 2013, Jensen 2012, recalled)"`
	Osteoblast float64 `param:"osteoblast_life" default:"100 d" range:"5 d..365 d" doc:"mean time in which a cavity is filled" source:"weeks to months: 69 d (Peterson & Riggs 2010), 90 d (Manolagas 2000, recalled)"`
	Unfilled   float64 `param:"unfilled" default:"0.25" range:"0.001..10" doc:"cavity that osteoblasts leave when they tire or die, of what they fill in health" source:"assumed: formation follows resorption within some 10 % in ageing and menopause (Riggs 1981, recalled); no cell fills beyond the rim"`
	Crowding   float64 `param:"crowding" default:"0.3" range:"0..1" doc:"power with which the supply and the life of osteoblasts tell on how many fill a cavity" source:"assumed: its floor holds so many"`
	Mineral    float64 `param:"mineralisation" default:"20 d" range:"1 h..365 d" doc:"time constant with which uptake of mineral follows the synthesis of matrix" source:"lag of 16 d (Eriksen 1985) and primary mineralisation after it"`
	Steepness  float64 `param:"rankl_steepness" default:"2" range:"0.1..8" doc:"Hill steepness of osteoclast formation in free RANKL" source:"calibrated: turnover doubles to triples after menopause (Recker 2004) and halves without PTH; many sites even out the threshold of each"`
	Ceiling    float64 `param:"rankl_ceiling" default:"4" range:"1..100" doc:"osteoclast formation at saturating RANKL, relative to health" source:"calibrated, as rankl_steepness: precursors become scarce"`
	Exchange   float64 `param:"opg_share" default:"0.7" range:"0..0.99" doc:"share of RANKL that OPG holds in health" source:"assumed: most RANKL is bound; KD well below OPG"`

	Antiresorptive AntiresorptiveParams `param:"antiresorptive"`
	Anabolic       AnabolicParams       `param:"anabolic"`
}

// skeleton is the rest of the bone: relative numbers, 1 in health unless they say
// otherwise.
type skeleton struct {
	p          *SkeletonParams
	response   *agents.Response // nil: deaf to hormones
	antibodies *[signal.NeutralisedCount]signal.NeutralisingParams
	cells      [agents.KindCount]agents.Pathways
	Section    Section // the section's fluxes, averaged, relative to health
	Loaded     bool    // a section has reported
	Cells      pools
}

// Section is the mineral that a section frees and takes up, relative to health.
type Section struct{ Freed, Taken float64 }

// pools are the sites of the skeleton and what its cells do there.
type pools struct {
	Undug      float64 // bone at open sites that osteoclasts have yet to dig
	Reversal   float64 // cavities on their way to osteoblasts
	Unfilled   float64 // cavity that osteoblasts have yet to fill
	Osteoid    float64 // matrix that takes up mineral
	Lining     float64 // lining cells that can be woken
	Woken      float64 // formation by woken lining cells, 0 in health
	Wnt        float64 // Wnt signalling that sclerostin leaves
	Inhibitors float64 // of Wnt, other than sclerostin
	Poison     float64 // bisphosphonate on bone, in doses that halve the activity of an osteoclast, 0 in health

	RANKL      float64 // free
	Sclerostin float64 // free
	Activity   float64 // of osteoclasts
	Pace       float64 // of filling
	Survival   float64 // life of an osteoblast
}

// newSkeleton returns a healthy skeleton.
func newSkeleton(p *Params, r *agents.Response) skeleton {
	s := skeleton{p: &p.Skeleton, response: r, antibodies: &p.Antibodies, Section: Section{1, 1},
		Cells: pools{Undug: 1, Reversal: 1, Unfilled: 1, Osteoid: 1, Lining: 1, Wnt: 1, Inhibitors: 1, RANKL: 1, Sclerostin: 1, Activity: 1, Pace: 1, Survival: 1}}
	if r != nil {
		for k := range s.cells {
			s.cells[k] = r.Rest(agents.Kind(k))
		}
	}
	return s
}

// bone returns the fluxes that the serum feels.
func (s *skeleton) bone() Bone {
	share := 0.0
	if s.Loaded {
		share = s.p.Share
	}
	flux := s.p.Flux / unit.Day
	return Bone{
		Resorption: flux * ((1-share)*s.resorption() + share*min(s.Section.Freed, s.p.Limit)),
		Formation:  flux * (1 - share) * s.Cells.Osteoid,
		Taken:      flux * share * min(s.Section.Taken, s.p.Limit),
	}
}

// resorption and formation are those of the rest of the bone, relative to health.
func (s *skeleton) resorption() float64 { return s.Cells.Undug * s.Cells.Activity }
func (s *skeleton) formation() float64  { return s.Cells.Unfilled*s.Cells.Pace + s.Cells.Woken }

// follow lets the representative cells answer to a step's blood, and the sites
// to them.
func (s *skeleton) follow(blood []signal.Blood, dt float64) {
	if s.response == nil {
		return
	}
	s.response.FollowAll(&s.cells, blood, dt)
	s.free(blood, dt)
	s.dig(blood, dt)
	s.fill(dt)
	s.wake(dt)
	s.Cells.Osteoid = relaxed(s.Cells.Osteoid, s.formation(), s.p.Mineral, dt)
}

// dig carries the open sites on: RANKL opens them, osteoclasts dig what there is
// to dig, or die before. So resorption follows the sites that open, and how fast
// cells dig tells for a while.
func (s *skeleton) dig(blood []signal.Blood, dt float64) {
	c := &s.Cells
	c.Poison = s.poisoned(blood, dt)
	c.Activity = s.factor(agents.Osteoclast, agents.Resorption) / (1 + c.Poison)
	c.Undug = site(c.Undug, s.recruitment(), c.Activity, s.p.Undug*s.factor(agents.Osteoclast, agents.Apoptosis), s.p.Undug, s.p.Osteoclast, dt)
}

// fill carries the cavities on: what was dug is filled by osteoblasts after a
// reversal, or left when they tire or die. So formation follows resorption, and
// how fast cells fill tells for a while.
func (s *skeleton) fill(dt float64) {
	c := &s.Cells
	ripening := s.factor(agents.Reversal, agents.Differentiation) * c.Wnt
	arrested := s.p.Arrested * s.factor(agents.Reversal, agents.Apoptosis) * c.Activity // assumed: what is dug fast perforates, and leaves nothing to fill
	c.Reversal = site(c.Reversal, s.resorption(), ripening, arrested, s.p.Arrested, s.p.Reversal, dt)
	death, tiring := s.factor(agents.Osteoblast, agents.Apoptosis), s.factor(agents.Osteoblast, agents.Exhaustion)
	c.Survival = 1 / death
	crowd := math.Pow(s.factor(agents.PreOsteoblast, agents.Proliferation)/death, s.p.Crowding)
	c.Pace = s.factor(agents.Osteoblast, agents.Matrix) * c.Wnt * crowd
	left := s.p.Unfilled * (death + 2*tiring) / 3 // assumed: as in the section, more cells tire than die
	c.Unfilled = site(c.Unfilled, c.Reversal*ripening, c.Pace, left, s.p.Unfilled, s.p.Osteoblast, dt)
}

// site carries over dt [h] a pool of work at sites that open at so many times their
// healthy rate, is done at a pace and is left undone at a rate, both of the pool,
// 1 and idle in health, when work takes a time [h]: the exact solution for constant
// rates. In the steady state what is done is inflow pace (1 + idle) / (pace + left),
// which no pace can raise beyond 1 + idle.
func site(pool, inflow, pace, left, idle, time, dt float64) float64 {
	speed := (pace + left) / (1 + idle)
	return relaxed(pool, inflow/speed, time/speed, dt)
}

func (s *skeleton) factor(k agents.Kind, rate agents.Rate) float64 {
	return s.response.Factor(k, rate, &s.cells[k])
}

// free finds the free RANKL: secretion by the lineage, what OPG leaves of it, and
// what denosumab does.
func (s *skeleton) free(blood []signal.Blood, dt float64) {
	lost := s.neutralised(blood)
	s.Cells.Wnt = relaxed(s.Cells.Wnt, s.wnt(1+lost[signal.Sclerostin]), unit.Day, dt)
	s.inhibit(dt)
	bound := s.p.Exchange / (1 - s.p.Exchange)
	s.Cells.RANKL = s.rankl() * s.answer() * s.released(blood) * (1 + bound) / (1 + bound*s.opg() + lost[signal.RANKL])
}

// rankl returns the RANKL that is made, relative to health.
func (s *skeleton) rankl() float64 {
	return (s.factor(agents.Osteocyte, agents.RANKLSecretion) + s.factor(agents.PreOsteoblast, agents.RANKLSecretion)) / 2
}

// opg returns the OPG that is made, relative to health.
func (s *skeleton) opg() float64 {
	return (s.factor(agents.Osteocyte, agents.OPGSecretion) + s.factor(agents.Osteoblast, agents.OPGSecretion)) / 2
}

// neutralised returns the loss of signals to antibodies relative to their own decay.
func (s *skeleton) neutralised(blood []signal.Blood) (lost [signal.Count]float64) {
	for i := range blood {
		for q, extra := range signal.Neutralisation(s.antibodies, blood[i]) {
			lost[q] += extra / float64(len(blood)) * signal.Catalogue[q].Params.HalfLife / math.Ln2
		}
	}
	return lost
}

// released returns the share of RANKL that cells let go before an antibody binds
// it.
func (s *skeleton) released(blood []signal.Blood) (share float64) {
	for i := range blood {
		share += signal.Released(s.antibodies, blood[i])[signal.RANKL] / float64(len(blood))
	}
	return share
}

// recruitment returns the rate of osteoclast formation relative to health: a
// Hill function of free RANKL that is 1 at 1.
func (s *skeleton) recruitment() float64 {
	x := math.Pow(s.Cells.RANKL, s.p.Steepness) * s.factor(agents.Precursor, agents.Commitment)
	return s.p.Ceiling * x / (s.p.Ceiling - 1 + x)
}

// report takes in the share of the section's mineral that was freed and laid
// down over a step dt [h].
func (s *skeleton) report(resorbed, formed, dt float64) {
	s.Loaded = true
	s.Section.Freed = relaxed(s.Section.Freed, resorbed/(s.p.Turnover*dt), s.p.Window, dt)
	s.Section.Taken = relaxed(s.Section.Taken, formed/(s.p.Turnover*dt), s.p.Window, dt)
}

// relaxed moves a value to its target with a time constant, exactly for a
// constant target.
func relaxed(value, target, constant, dt float64) float64 {
	return target + (value-target)*math.Exp(-dt/constant)
}

// Report tells the body which share of the section's mineral was freed and taken
// up over a step dt [h]; from the first report on, the section counts.
func (b *Body) Report(freed, taken, dt float64) {
	b.skeleton.report(freed, taken, dt)
	b.now.Bone = b.skeleton.bone()
}
