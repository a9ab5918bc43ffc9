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
	Osteoclast float64 `param:"osteoclast_life" default:"14 d" range:"1 d..90 d" doc:"mean life of an osteoclast" source:"14 (10-25) d (Manolagas 2000, recalled)"`
	Reversal   float64 `param:"reversal" default:"35 d" range:"1 d..365 d" doc:"delay from resorption to the osteoblasts that fill the cavity" source:"mononuclear phase 34 d (Eriksen 1984, recalled)"`
	Osteoblast float64 `param:"osteoblast_life" default:"100 d" range:"5 d..365 d" doc:"mean working life of an osteoblast" source:"weeks to months: 69 d (Peterson & Riggs 2010), 90 d (Manolagas 2000, recalled)"`
	Mineral    float64 `param:"mineralisation" default:"20 d" range:"1 h..365 d" doc:"time constant with which uptake of mineral follows the synthesis of matrix" source:"lag of 16 d (Eriksen 1985) and primary mineralisation after it"`
	Filling    float64 `param:"filling" default:"0.3" range:"0..1" doc:"power with which the supply and the life of osteoblasts tell on what they fill: a cavity holds so many, and they stop at its rim" source:"assumed: formation follows resorption within some 10 % in ageing and menopause (Riggs 1981, recalled)"`
	Steepness  float64 `param:"rankl_steepness" default:"2" range:"0.1..8" doc:"Hill steepness of osteoclast formation in free RANKL" source:"calibrated: turnover doubles to triples after menopause (Recker 2004) and halves without PTH; many sites even out the threshold of each"`
	Ceiling    float64 `param:"rankl_ceiling" default:"4" range:"1..100" doc:"osteoclast formation at saturating RANKL, relative to health" source:"calibrated, as rankl_steepness: precursors become scarce"`
	Exchange   float64 `param:"opg_share" default:"0.7" range:"0..0.99" doc:"share of RANKL that OPG holds in health" source:"assumed: most RANKL is bound; KD well below OPG"`
}

// skeleton is the rest of the bone: relative numbers of cells, 1 in health.
type skeleton struct {
	p          *SkeletonParams
	response   *agents.Response // nil: deaf to hormones
	antibodies *[signal.NeutralisedCount]signal.NeutralisingParams
	cells      [agents.KindCount]agents.Pathways
	Clasts     float64 // osteoclasts
	Reversal   float64 // cells on their way to the cavities
	Blasts     float64 // osteoblasts at work
	Osteoid    float64 // matrix that takes up mineral
	Section    Bone    // the section's fluxes, averaged, relative to health
	RANKL      float64 // free RANKL, relative to health
	Activity   float64 // of an osteoclast, relative to health
	Vigour     float64 // of an osteoblast, relative to health
	Survival   float64 // life of an osteoblast, relative to health
	Loaded     bool    // a section has reported
}

// newSkeleton returns a healthy skeleton.
func newSkeleton(p *Params, r *agents.Response) skeleton {
	s := skeleton{p: &p.Skeleton, response: r, antibodies: &p.Antibodies, Clasts: 1, Reversal: 1, Blasts: 1, Osteoid: 1, Section: Bone{1, 1}, RANKL: 1, Activity: 1, Vigour: 1, Survival: 1}
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
		Resorption: flux * ((1-share)*s.Clasts*s.Activity + share*min(s.Section.Resorption, s.p.Limit)),
		Formation:  flux * ((1-share)*s.Osteoid + share*min(s.Section.Formation, s.p.Limit)),
	}
}

// follow lets the representative cells answer to a step's blood, and the pools
// to them.
func (s *skeleton) follow(blood []signal.Blood, dt float64) {
	if s.response == nil {
		return
	}
	s.response.FollowAll(&s.cells, blood, dt)
	s.RANKL = s.free(blood)
	s.Activity = s.factor(agents.Osteoclast, agents.Resorption)
	s.Vigour = s.factor(agents.Osteoblast, agents.Matrix)
	s.Survival = 1 / s.factor(agents.Osteoblast, agents.Apoptosis)
	s.Clasts = cells(s.Clasts, s.recruitment(), s.factor(agents.Osteoclast, agents.Apoptosis), s.p.Osteoclast, dt)
	lineage := s.factor(agents.PreOsteoblast, agents.Proliferation) * s.factor(agents.Reversal, agents.Differentiation)
	s.Reversal = relaxed(s.Reversal, s.Clasts*s.Activity*math.Pow(lineage, s.p.Filling), s.p.Reversal, dt)
	s.Blasts = cells(s.Blasts, s.Reversal, math.Pow(s.Survival, -s.p.Filling), s.p.Osteoblast, dt)
	s.Osteoid = relaxed(s.Osteoid, s.Blasts*s.Vigour, s.p.Mineral, dt)
}

func (s *skeleton) factor(k agents.Kind, rate agents.Rate) float64 {
	return s.response.Factor(k, rate, &s.cells[k])
}

// free returns the free RANKL relative to health: secretion by the lineage, what
// OPG leaves of it, and what denosumab does.
func (s *skeleton) free(blood []signal.Blood) float64 {
	bound := s.p.Exchange / (1 - s.p.Exchange)
	return s.rankl() * (1 + bound) / (1 + bound*s.opg() + s.neutralised(blood))
}

// rankl returns the RANKL that is made, relative to health.
func (s *skeleton) rankl() float64 {
	return (s.factor(agents.Osteocyte, agents.RANKLSecretion) + s.factor(agents.PreOsteoblast, agents.RANKLSecretion)) / 2
}

// opg returns the OPG that is made, relative to health.
func (s *skeleton) opg() float64 {
	return (s.factor(agents.Osteocyte, agents.OPGSecretion) + s.factor(agents.Osteoblast, agents.OPGSecretion)) / 2
}

// neutralised returns the loss of RANKL to antibodies relative to its own decay.
func (s *skeleton) neutralised(blood []signal.Blood) float64 {
	extra := 0.0
	for i := range blood {
		extra += signal.Neutralisation(s.antibodies, blood[i])[signal.RANKL]
	}
	return extra / float64(len(blood)) * signal.Catalogue[signal.RANKL].Params.HalfLife / math.Ln2
}

// recruitment returns the rate of osteoclast formation relative to health: a
// Hill function of free RANKL that is 1 at 1.
func (s *skeleton) recruitment() float64 {
	x := math.Pow(s.RANKL, s.p.Steepness) * s.factor(agents.Precursor, agents.Commitment)
	return s.p.Ceiling * x / (s.p.Ceiling - 1 + x)
}

// report takes in the share of the section's mineral that was freed and laid
// down over a step dt [h].
func (s *skeleton) report(resorbed, formed, dt float64) {
	s.Loaded = true
	s.Section.Resorption = relaxed(s.Section.Resorption, resorbed/(s.p.Turnover*dt), s.p.Window, dt)
	s.Section.Formation = relaxed(s.Section.Formation, formed/(s.p.Turnover*dt), s.p.Window, dt)
}

// cells carries a pool over dt [h] that is fed at inflow times its healthy rate and
// dies at death times it, where life [h] is its healthy mean: the exact solution
// for constant rates.
func cells(pool, inflow, death, life, dt float64) float64 {
	return relaxed(pool, inflow/death, life/death, dt)
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
