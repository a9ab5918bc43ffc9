package signal

import "trabecula/sim/unit"

// NeutralisingParams are the numbers of an antibody that takes a signal out of
// action by binding it.
type NeutralisingParams struct {
	On            float64 `param:"association" unit:"1/pM/d" range:"0..100" doc:"association rate of a binding site of the antibody and its target"`
	Off           float64 `param:"dissociation" unit:"1/d" range:"0..1000" doc:"dissociation rate of the complex"`
	Clearance     float64 `param:"complex_clearance" unit:"1/d" range:"1e-6..1000" doc:"rate at which the complex is cleared from the tissue" source:"assumed: a day; slow against the target alone, which an antibody carries in place of its receptors, and fast against the antibody in plasma"`
	Accessibility float64 `param:"accessibility" unit:"1" range:"0..1" doc:"concentration of the antibody at its target, of that in plasma" source:"assumed: antibody per mass of bone is 7 % of that in plasma (Shah & Betts 2013, recalled), a few times that in the fluid between cells; it puts half of the effect of denosumab on RANKL near 0.3 ug/mL in plasma, cf. 0.2 ug/mL for resorption (Marathe 2008, recalled). The Martinez-Reina model takes 0.012, per volume of bone and with other rates"`
	Membrane      float64 `param:"membrane" unit:"h" range:"0..1000" doc:"time for which the target is held on the cell that makes it, open to the antibody, before it is let go" source:"assumed: most RANKL of the marrow is on cells and there for hours before it is shed, TNF-α for the order of an hour; sclerostin is secreted at once"`
}

// Released returns the share of the target that is let go unbound, when antibody
// sites in plasma are at a concentration [pM]: binding against release.
func (p NeutralisingParams) Released(plasma float64) float64 {
	return 1 / (1 + p.Extra(plasma)*p.Membrane)
}

// Extra returns the rate of the loss [1/h] that antibody sites in plasma [pM]
// add to that of their target. Antibody is in excess and the complex in
// quasi-steady state; what binds and dissociates again is no loss.
func (p NeutralisingParams) Extra(plasma float64) float64 {
	return p.On * p.Accessibility * plasma * p.Clearance / (p.Off + p.Clearance)
}

// NeutralisingSpec is a row of Neutralised.
type NeutralisingSpec struct {
	Hormone Hormone // the antibody
	Signal  Signal  // its target
	Source  string  // of the rates
	Params  NeutralisingParams
}

// NeutralisedCount is the number of antibodies.
const NeutralisedCount = 3

// Neutralised lists the antibodies with their targets.
var Neutralised = [NeutralisedCount]NeutralisingSpec{
	{Denosumab, RANKL, "KD 3 pM (Kostenuik 2009, recalled) times an association of 1e6 /M/s (assumed, the order of antibodies)", neutralising(3, 2)},
	{Romosozumab, Sclerostin, "KD assumed 10 pM, association 1e6 /M/s (assumed, the order of antibodies)", neutralising(10, 0)},
	{AntiTNF, TNF, "KD 9 pM of adalimumab and 4 pM of infliximab (Kaymakcalan 2009, recalled), association 1e6 /M/s (recalled, its order)", neutralising(9, 1)},
}

// neutralising returns the numbers of an antibody with an affinity [pM] and a
// target that cells hold for a time [h].
func neutralising(dissociation, membrane float64) NeutralisingParams {
	const on = 1e6 / 1e12 / unit.Second
	return NeutralisingParams{on, on * dissociation, 1 / unit.Day, 0.1, membrane}
}

// NeutralisingDefaults returns the parameters of all antibodies as Neutralised
// has them.
func NeutralisingDefaults() (p [NeutralisedCount]NeutralisingParams) {
	for i, spec := range Neutralised {
		p[i] = spec.Params
	}
	return p
}

// Neutralisation returns the rates of loss [1/h] that the antibodies in blood
// add to those of the signals.
func Neutralisation(p *[NeutralisedCount]NeutralisingParams, blood Blood) (extra [Count]float64) {
	for i, spec := range Neutralised {
		extra[spec.Signal] += p[i].Extra(blood[spec.Hormone])
	}
	return extra
}

// Released returns the shares of what cells make of the signals that the
// antibodies in blood let go unbound: 1 without any.
func Released(p *[NeutralisedCount]NeutralisingParams, blood Blood) (share [Count]float64) {
	for s := range share {
		share[s] = 1
	}
	for i, spec := range Neutralised {
		share[spec.Signal] *= p[i].Released(blood[spec.Hormone])
	}
	return share
}
