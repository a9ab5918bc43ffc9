package run

import (
	"cmp"
	"math"
	"slices"

	"trabecula/sim"
	"trabecula/sim/param"
	"trabecula/sim/scenario"
	"trabecula/sim/unit"
)

// course leads a model through the turns of a run. It is derived from the Config
// and a tick, so that a run that is resumed needs no more to go on with it.
type course struct {
	params  sim.Params // in force
	moments []moment   // still to come
}

// moment is the end of a step at which causes change.
type moment struct {
	tick  int64
	set   []scenario.Setting
	begun []scenario.Turn
}

// course returns the course of a model whose next step is that after a tick: the
// changes at the tick itself are still to come.
func (c *Config) course(tick int64) *course {
	k := &course{params: c.Model, moments: c.moments()}
	for len(k.moments) > 0 && k.moments[0].tick < tick {
		k.take()
	}
	return k
}

// meet changes what changes before the next step of a model, and returns the
// turns that begin.
func (k *course) meet(m *sim.Model) (begun []scenario.Turn, err error) {
	tick, changed := m.View().Tick(), false
	for len(k.moments) > 0 && k.moments[0].tick <= tick {
		begun = append(begun, k.take()...)
		changed = true
	}
	if changed {
		err = m.Change(k.params)
	}
	return begun, err
}

// take puts the next moment into force.
func (k *course) take() []scenario.Turn {
	next := k.moments[0]
	k.moments = k.moments[1:]
	k.params = k.params.Copy() // the model holds the old ones
	for _, s := range param.Describe(k.params.Groups()) {
		for _, change := range next.set {
			if change.Path == s.Path {
				s.Set(parsed(s, change.Value))
			}
		}
	}
	return next.begun
}

// parsed reads a value that was read before.
func parsed(s param.Spec, text string) any {
	v, err := s.Parse(text)
	if err != nil {
		panic("run: " + err.Error()) // the scenario was checked
	}
	return v
}

// moments lists when causes change, in the order of time. A ramp moves once a
// day.
func (c *Config) moments() []moment {
	now := map[string]string{}
	specs := map[string]param.Spec{}
	for _, s := range param.Describe(c.Model.Groups()) {
		specs[s.Path], now[s.Path] = s, s.Format(s.Value())
	}
	var all []moment
	for _, t := range c.Turns {
		all = append(all, c.ramp(t, specs, now)...)
		for _, s := range t.Set {
			now[s.Path] = s.Value
		}
	}
	return inOrder(all)
}

// ramp returns the moments of one turn; now holds the values before it.
func (c *Config) ramp(t scenario.Turn, specs map[string]param.Spec, now map[string]string) []moment {
	first := moment{tick: c.tickOf(t.At), begun: []scenario.Turn{t}}
	if t.Ramp == 0 {
		first.set = t.Set
		return []moment{first}
	}
	all := []moment{first}
	for day := 1.0; ; day++ {
		passed := math.Min(day*unit.Day, t.Ramp)
		m := moment{tick: c.tickOf(t.At + passed)}
		for _, s := range t.Set {
			m.set = append(m.set, between(specs[s.Path], now[s.Path], s.Value, passed/t.Ramp))
		}
		if all = append(all, m); passed == t.Ramp {
			return all
		}
	}
}

// between returns a value on the way from one to another.
func between(s param.Spec, from, to string, share float64) scenario.Setting {
	if share == 1 {
		return scenario.Setting{Path: s.Path, Value: to}
	}
	a, b := parsed(s, from).(float64), parsed(s, to).(float64)
	return scenario.Setting{Path: s.Path, Value: s.Format(a + share*(b-a))}
}

// tickOf returns the tick nearest to a time [h].
func (c *Config) tickOf(t float64) int64 { return int64(math.Round(t / c.Model.Time.Step)) }

// inOrder sorts moments by time; those of one tick stay in their order.
func inOrder(all []moment) []moment {
	slices.SortStableFunc(all, func(a, b moment) int { return cmp.Compare(a.tick, b.tick) })
	return all
}
