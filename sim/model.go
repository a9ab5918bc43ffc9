package sim

import (
	"fmt"

	"trabecula/agents"
	"trabecula/field/histology"
	"trabecula/field/mechanics"
	"trabecula/field/signal"
	"trabecula/field/tissue"
	"trabecula/field/transport"
	"trabecula/sim/endocrine"
	"trabecula/sim/rng"
	"trabecula/sim/unit"
)

// Purposes of random streams; append only, or old seeds change their meaning.
const (
	purposeAct uint32 = iota
	purposeEnter
	purposeFound
	purposeSinusoid
)

// Model is a section of living bone. Only Step changes it.
type Model struct {
	params  Params
	seed    uint64
	workers int
	check   bool

	tick    int64
	nextID  uint64
	tissue  *tissue.Tissue
	solver  *transport.Solver
	cells   []agents.Cell
	sites   []int32
	freed   [signal.Count][]transport.Point // by resorption in the last step [molecules/h]
	body    *endocrine.Body
	told    flux             // what the body knows of the section
	biopsy  histology.Biopsy // the last
	frame   *mechanics.Solver
	bearing mechanics.Bearing
	tired   int64   // tick up to which load has opened cracks
	adapted float64 // strain energy density that bone felt when the run began, geometric mean [kPa]
	bathed  float64 // in bisphosphonate of plasma since it last bound to bone [pM h]

	rules  [agents.KindCount]agents.Rules
	env    *agents.Env
	next   []agents.Cell
	shards []agents.Intents
	input  transport.Input
	fate   []fate
	events []agents.Event
	start  balance // what the tissue held when the run began
}

// Options choose how a model runs; none of them changes a result.
type Options struct {
	Workers int  // goroutines, at least 1
	Check   bool // verify the invariants after every step
}

// New returns a model of the tissue, populated and not yet stepped. It takes
// the tissue over.
func New(p Params, t *tissue.Tissue, seed uint64, o Options) (*Model, error) {
	m := &Model{params: p, seed: seed, tissue: t, nextID: 1}
	m.Configure(o)
	m.solver = transport.New(t.Grid, p.Signals, p.Binding, p.Solver)
	m.solver.SetMedium(t.Bone, t.Osteoid)
	m.sites = sinusoids(p.Marrow, t.View(), seed)
	var err error
	if m.body, err = endocrine.New(p.bodyParams()); err != nil {
		return nil, err
	}
	m.frame = mechanics.New(t.Grid, p.Mechanics)
	m.bearing = m.frame.Bearing()
	m.bind()
	if err = m.perfuse(); err != nil {
		return nil, err
	}
	m.populate()
	m.tissue.SeedDamage(p.Damage, nil)
	m.start = m.balance()
	return m, nil
}

// Configure sets how the model runs from now on.
func (m *Model) Configure(o Options) { m.workers, m.check = max(o.Workers, 1), o.Check }

// bind builds what is derived from parameters and tissue and not part of the state.
func (m *Model) bind() {
	m.rules = m.params.Cells.Bind()
	var planes [signal.Count][]float32
	for s := range planes {
		planes[s] = m.solver.Values(signal.Signal(s))
	}
	m.env = agents.NewEnv(m.tissue.View(), planes, m.sites, m.params.Time.Step)
	m.meetCauses()
	m.feel()
}

// Step advances the model by one cell step. This is the whole schedule.
func (m *Model) Step() error {
	m.events = m.events[:0]
	if err := m.nourish(); err != nil { // the body first: it has lived with what the section did before
		return err
	}
	if err := m.bear(); err != nil { // load, on its own slow schedule
		return err
	}
	if err := m.spread(); err != nil { // then signals: cells answer to what was secreted before
		return err
	}
	m.freeze()  // cells see one world, whatever their order
	m.decide()  // in parallel; nothing changes
	m.apply()   // in the order of the cells; conflicts end here
	m.ripen()   // matrix matures by itself, after the cells have laid it
	m.collect() // what cells secreted and resorption freed feeds the next step
	m.tick++
	if m.check {
		return m.Check()
	}
	return nil
}

// time returns the time since the start [h].
func (m *Model) time() float64 { return float64(m.tick) * m.params.Time.Step }

// spread lets the signals diffuse, bind and decay over the step.
func (m *Model) spread() error {
	if err := m.solver.Advance(m.input, m.params.Time.Step, m.workers); err != nil {
		return fmt.Errorf("tick %d: %w", m.tick, err)
	}
	return nil
}

func (m *Model) freeze() { m.env.Freeze(m.tick, m.time(), m.cells, &m.rules) }

// stepsPerDay returns how many steps come nearest to a day.
func (m *Model) stepsPerDay() int64 { return int64(unit.Day/m.params.Time.Step + 0.5) }

// ripen mineralises osteoid each step; the slow rest needs only a day's grain,
// and so does what the solver is told of the tissue.
func (m *Model) ripen() {
	end := m.time() + m.params.Time.Step
	m.label()
	m.tissue.Mineralise(m.params.Matrix, m.supply(), end, m.params.Time.Step)
	if n := m.stepsPerDay(); (m.tick+1)%n == 0 {
		m.tissue.Harden(m.params.Matrix, float64(n)*m.params.Time.Step)
		m.tissue.Finish(end)
		m.tissue.Adsorb(m.params.Matrix.Bisphosphonate, m.bathed)
		m.bathed = 0
		m.solver.SetMedium(m.tissue.Bone, m.tissue.Osteoid)
	}
}

// collect gathers secretion and uptake of all shards, in shard order, as rates
// of concentration; the secretion multiplier of each signal acts here.
func (m *Model) collect() {
	perMolecule := unit.MoleculePerVolume / m.tissue.PixelVolume()
	unbound := signal.Released(&m.params.Neutralisation, m.antibodies())
	for s := range m.input.Secretion {
		scale := float32(perMolecule * m.params.Signals[s].Secretion * unbound[s])
		secretion, uptake := m.input.Secretion[s][:0], m.input.Uptake[s][:0]
		for i := range m.shards {
			secretion = appendScaled(secretion, m.shards[i].Secrete[s], scale)
			uptake = append(uptake, m.shards[i].Uptake[s]...)
		}
		m.input.Secretion[s] = appendScaled(secretion, m.freed[s], scale)
		m.input.Uptake[s] = uptake
		m.freed[s] = m.freed[s][:0]
	}
}

func appendScaled(dst, src []transport.Point, scale float32) []transport.Point {
	if scale == 0 {
		return dst
	}
	for _, p := range src {
		dst = append(dst, transport.Point{At: p.At, Rate: p.Rate * scale})
	}
	return dst
}

// stream returns the random stream of a cell in this step.
func (m *Model) stream(id uint64, purpose uint32) rng.Stream {
	return rng.At(m.seed, m.tick, id, purpose)
}
