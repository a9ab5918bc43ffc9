package endocrine

import (
	"fmt"
	"math"

	"trabecula/agents"
	"trabecula/field/signal"
	"trabecula/sim/drug"
	"trabecula/sim/ode"
	"trabecula/sim/unit"
)

// Body is a person: all axes, the drugs that were given, and the skeleton. Only
// Advance changes it.
type Body struct {
	params   Params
	organs   []placed
	regimen  *drug.Regimen
	doses    span // of the drugs in y
	solver   *ode.Solver
	response *agents.Response
	skeleton skeleton

	time    float64 // since the start, midnight of the first day [h]
	y       []float64
	before  []float64 // y at the solver's last step
	between []float64
	infused drug.Ports // added to the ports by Infuse
	now     moment     // as last published
	samples sampler
	day     day
}

// span is a part of the state vector.
type span struct{ from, to int }

func (s span) of(y []float64) []float64 { return y[s.from:s.to] }

// placed is an axis and its part of the state vector.
type placed struct {
	axis axis
	span span
}

// New returns the body of the person of p, settled with its glands, organs and
// intakes for p.Settings.Settle before time 0. An error names every fault of the
// treatment plan.
func New(p Params) (*Body, error) {
	b, err := build(p, respond(p))
	if err != nil {
		return nil, err
	}
	if err := b.settle(); err != nil {
		return nil, err
	}
	return b, nil
}

// respond returns how cells answer to hormones, counted from the healthy
// reference.
func respond(p Params) *agents.Response { return agents.NewResponse(p.Effects, rest(p.Person)) }

// build returns a body that has not settled.
func build(p Params, r *agents.Response) (*Body, error) {
	plan, err := p.Treatments()
	if err != nil {
		return nil, err
	}
	b := &Body{params: p, response: r, time: -p.Settings.Settle, day: newDay()}
	b.regimen, err = drug.NewRegimen(p.Drugs, plan, p.Person.Mass)
	if err != nil {
		return nil, err
	}
	b.now.Person = p.Person
	b.skeleton = newSkeleton(&b.params, r)
	b.now.Bone = b.skeleton.bone()
	b.place(b.lay())
	return b, nil
}

// lay gives every axis and the drugs their part of the state vector and returns
// all states.
func (b *Body) lay() (all []state) {
	for i, spec := range Catalogue {
		a := spec.bind(b.params.Axes[i], b.params.Person)
		own := a.states(b.params.Person)
		b.organs = append(b.organs, placed{a, span{len(all), len(all) + len(own)}})
		all = append(all, own...)
	}
	from := len(all)
	for _, s := range b.regimen.States() {
		all = append(all, state{name: "drug." + s.Name, unit: s.Unit, scale: s.Scale})
	}
	b.doses = span{from, len(all)}
	return all
}

// place makes the state vector and its solver.
func (b *Body) place(all []state) {
	b.y, b.before, b.between = make([]float64, len(all)), make([]float64, len(all)), make([]float64, len(all))
	scale := make([]float64, len(all))
	for i, s := range all {
		b.y[i], scale[i] = s.initial, s.scale
	}
	b.solver = ode.New(b.derive, scale, b.params.Settings.Solver)
	if b.time == 0 { // later doses are due within an Advance
		b.regimen.Dose(0, b.doses.of(b.y))
	}
	b.publish(b.time, b.y)
	b.samples.show(b.blood())
}

// settle lets the body come to rest before time 0.
func (b *Body) settle() error {
	for b.time < 0 {
		if err := b.Advance(math.Min(unit.Hour, -b.time)); err != nil {
			return fmt.Errorf("endocrine: settling before the start: %w", err)
		}
	}
	return nil
}

// Advance carries the body over dt [h], drug doses and secretory bursts at their
// exact times. The skeleton's fluxes are held over dt.
func (b *Body) Advance(dt float64) error {
	end := b.time + dt
	b.samples.begin(b.time, end, b.blood())
	b.day.see(&b.now.Levels, b.time)
	copy(b.before, b.y)
	for b.time < end {
		stop := math.Min(end, b.next())
		if err := b.solver.Advance(b.time, stop, b.y, b.observe); err != nil {
			return fmt.Errorf("endocrine: %w", err)
		}
		b.time = stop
		b.fire()
	}
	b.day.close()
	b.skeleton.follow(b.Blood(), dt)
	b.now.Bone = b.skeleton.bone()
	return nil
}

// next returns the time of the next event.
func (b *Body) next() float64 {
	t := b.regimen.Next(b.time)
	for _, o := range b.organs {
		if p, ok := o.axis.(pulsatile); ok {
			t = math.Min(t, p.next(b.time))
		}
	}
	return t
}

// fire lets happen what is due now.
func (b *Body) fire() {
	b.publish(b.time, b.y)
	for _, o := range b.organs {
		if p, ok := o.axis.(pulsatile); ok && p.next(math.Nextafter(b.time, math.Inf(-1))) == b.time {
			p.burst(&b.now, o.span.of(b.y))
		}
	}
	b.regimen.Dose(b.time, b.doses.of(b.y))
	b.jumped()
}

// looks is how often a step of the solver is looked at: between its ends states
// are taken as linear, but what is known in closed form, such as the decay of a
// burst, is not.
const looks = 3

// observe notes what the tissue and the laboratory see of a step of the solver.
func (b *Body) observe(t float64, y []float64) {
	from := b.day.time
	for i := 1; i < looks; i++ {
		share := float64(i) / looks
		for j := range b.between {
			b.between[j] = b.before[j] + share*(y[j]-b.before[j])
		}
		b.look(from+share*(t-from), b.between)
	}
	b.look(t, y)
	copy(b.before, y)
}

// look notes what there is at a time since the last.
func (b *Body) look(t float64, y []float64) {
	b.publish(t, y)
	b.samples.add(t, b.blood())
	b.day.add(&b.now.Levels, t)
}

// jumped notes that the levels have changed at once.
func (b *Body) jumped() {
	b.publish(b.time, b.y)
	b.samples.jump(b.blood())
	b.day.see(&b.now.Levels, b.time)
	copy(b.before, b.y)
}

// publish brings the moment up to date with a state vector.
func (b *Body) publish(t float64, y []float64) {
	b.now.Time = t
	b.now.Hour = t - unit.Day*math.Floor(t/unit.Day)
	b.now.Age = b.params.Person.Age + t/unit.Year
	b.now.Drugs = b.regimen.Publish(b.doses.of(y))
	for i, rate := range b.infused {
		b.now.Drugs[i] += rate
	}
	for i := range b.organs {
		o := &b.organs[i]
		o.axis.publish(&b.now, o.span.of(y))
	}
}

// derive is the right-hand side of the whole body.
func (b *Body) derive(t float64, y, dy []float64) {
	b.publish(t, y)
	for i := range b.organs {
		o := &b.organs[i]
		o.axis.derive(&b.now, o.span.of(y), o.span.of(dy))
	}
	b.regimen.Derive(b.doses.of(y), b.doses.of(dy))
}

// Infuse adds a rate or level to a port from now on, as a pump or a clamp does;
// 0 ends it.
func (b *Body) Infuse(p drug.Port, rate float64) {
	b.infused[p] = rate
	b.jumped()
}

// Time returns the time since the start [h].
func (b *Body) Time() float64 { return b.time }

// Age returns the age of the person [years].
func (b *Body) Age() float64 { return b.now.Age }

// Levels returns what the axes publish now.
func (b *Body) Levels() Levels { return b.now.Levels }

// Bone returns the calcium fluxes of the skeleton.
func (b *Body) Bone() Bone { return b.now.Bone }

// Drugs returns the plasma concentrations of the drugs in the plan.
func (b *Body) Drugs() []drug.Reading { return b.regimen.Readings(b.doses.of(b.y)) }

// Blood returns what reached the tissue in the last Advance: means over equal
// parts of it [pM].
func (b *Body) Blood() []signal.Blood { return b.samples.parts[:] }

// Response returns how cells answer to blood, for the section's cells.
func (b *Body) Response() *agents.Response { return b.response }
