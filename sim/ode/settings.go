package ode

// Settings say how closely a Solver follows the solution.
type Settings struct {
	Relative  float64 `param:"relative_tolerance" default:"3e-4" range:"1e-10..0.1" doc:"error allowed per step of integration, relative to the value of a state" source:"assumed: a thirtieth of the scatter of a hormone assay"`
	Absolute  float64 `param:"absolute_tolerance" default:"1e-6" range:"1e-15..0.1" doc:"error allowed per step of integration near zero, relative to the scale of a state" source:"assumed: a three-hundredth of the relative tolerance"`
	StepLimit float64 `param:"step_limit" default:"6 h" range:"1 s..1 y" doc:"longest step of integration" source:"assumed: four steps at least see every daily rhythm"`
	MaxSteps  int     `param:"max_steps" default:"1000000" range:"1..1000000000" doc:"steps of integration tried in one call before it is given up" source:"assumed: a year in steps of half a minute"`
}
