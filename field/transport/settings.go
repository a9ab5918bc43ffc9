package transport

// Settings are the numbers that trade accuracy against time.
type Settings struct {
	Coarsen           int     `param:"coarsen" default:"2" range:"1..8" doc:"edge of the blocks of tissue pixels that signals are solved on" source:"assumed: 10 um at pixels of 5 um, the size of a cell and a tenth of the shortest reach in marrow; docs/performance.md has the error"`
	ResidualTolerance float64 `param:"residual_tolerance" default:"3e-2" unit:"1" range:"1e-6..0.1" doc:"L1 residual of a concentration plane, relative to the total secretion, below which it is left as it is" source:"assumed: it bounds the relative L1 error of the plane, which is a tenth of it in a section of bone (docs/performance.md) and so below that of the blocks; secretion rates are known to a factor of two at best"`
	SteadyRemainder   float64 `param:"steady_remainder" default:"0.05" unit:"1" range:"0..0.3" doc:"share of the past that may still be felt after a step, exp(-decay*dt), for a signal to be solved as a steady state" source:"assumed: the error of the steady state is at most this share of the change within one step"`
	MediumStep        float64 `param:"medium_step" default:"0.1" unit:"1" range:"0..0.5" doc:"change of the bone or osteoid fraction of a pixel that makes its diffusivity be computed anew" source:"assumed: a tenth of a pixel, below the resolution of the tissue image"`
	ClearanceStep     float64 `param:"clearance_step" default:"1e-2" unit:"1" range:"0..0.2" doc:"change of the loss to antibodies, relative to the whole loss of a signal, that is taken over" source:"assumed: as the residual tolerance; an antibody falls by that in hours"`
	CycleLimit        int     `param:"cycle_limit" default:"300" range:"1..10000" doc:"multigrid cycles after which a solve has failed" source:"assumed: a cycle gains a factor of 3 or more but in a medium of impermeable single pixels"`
	BindingLimit      int     `param:"binding_limit" default:"200" range:"1..10000" doc:"rounds over the three binding partners after which a solve has failed" source:"assumed: a round gains the ratio of the two secretions or more"`
}

// DefaultSettings returns the defaults of the tags of Settings.
func DefaultSettings() Settings {
	return Settings{Coarsen: 2, ResidualTolerance: 3e-2, SteadyRemainder: 0.05, MediumStep: 0.1, ClearanceStep: 1e-2, CycleLimit: 300, BindingLimit: 200}
}
