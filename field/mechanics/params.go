package mechanics

// Params are the moduli of the tissue, its load, and the accuracy.
type Params struct {
	Load float64 `param:"load" default:"1" unit:"1" range:"0..10" doc:"load relative to the habitual one, 1 = habitual, 0 = none" source:"cause set by a scenario"`

	StressY float64 `param:"stress_y" default:"-0.7 MPa" range:"-20..20" doc:"habitual apparent stress along the columns of the section, tension positive" source:"assumed: see stress_z"`
	StressX float64 `param:"stress_x" default:"-0.15 MPa" range:"-20..20" doc:"habitual apparent stress along the rows of the section, tension positive" source:"assumed: see stress_z"`
	StressZ float64 `param:"stress_z" default:"-2 MPa" range:"-20..20" doc:"habitual apparent stress out of the plane, tension positive" source:"assumed: of the order of the stress in cancellous bone in daily life, 1 MPa, more as bone running straight through the section is stiffer than a network; the three strain the bone of slices along the axis by about 500 ustrain, within the adapted window of Frost 1987, Anat Rec 219:1 (recalled), half of it more than twice as much near struts that carry load in the plane"`
	Support float64 `param:"support" default:"300 MPa" range:"0..10000" doc:"apparent stiffness along x and y of the bone that the section is joined to out of its plane, which carries its share of those stresses" source:"assumed: of the order of Young's modulus of human cancellous bone, 10-3000 MPa, Keaveny et al. 2001, Annu Rev Biomed Eng 3:307 (recalled)"`

	Bone     float64 `param:"bone" default:"18 GPa" range:"100 MPa..50 GPa" doc:"Young's modulus of fully mineralised bone tissue" source:"18.0 ± 2.8 GPa, human femoral trabecular tissue, Bayraktar et al. 2004, J Biomech 37:27 (recalled)"`
	Marrow   float64 `param:"marrow" default:"2 MPa" range:"0.1 MPa..100 MPa" doc:"Young's modulus of marrow and of osteoid, which keeps loose bone in place" source:"assumed: 2 MPa, the usual filling of pores in micro-FE of bone; osteoid is as soft beside bone"`
	Poisson  float64 `param:"poisson" default:"0.3" unit:"1" range:"0..0.45" doc:"Poisson's ratio of bone and marrow" source:"0.3, the convention of micro-FE of bone (van Rietbergen et al. 1995, J Biomech 28:69, recalled)"`
	Ash      float64 `param:"ash" default:"0.67" unit:"1" range:"0.3..0.9" doc:"ash fraction of fully mineralised bone: mineral mass over mineral and organic mass" source:"0.65-0.70, Hernandez et al. 2001, Bone 29:74 (recalled)"`
	Exponent float64 `param:"exponent" default:"2.74" unit:"1" range:"0..6" doc:"power of the ash fraction to which the modulus of bone tissue goes" source:"2.74, Hernandez et al. 2001, Bone 29:74 (recalled)"`

	Yield    float64 `param:"yield" default:"7000 ustrain" range:"100 ustrain..1e5 ustrain" doc:"effective strain beyond which bone tissue fails" source:"0.007, Pistoia et al. 2002, Bone 30:842 (recalled)"`
	Failing  float64 `param:"failing" default:"0.02" unit:"1" range:"1e-4..0.5" doc:"share of the bone beyond the yield strain at which the section fails" source:"2 %, Pistoia et al. 2002, Bone 30:842 (recalled)"`
	Coarsen  int     `param:"coarsen" default:"2" range:"1..8" doc:"edge of the blocks of pixels that make one element" source:"assumed: 10 um at pixels of 5 um, a tenth of the thickness of a trabecula"`
	Accuracy float64 `param:"accuracy" default:"1e-4" unit:"1" range:"1e-12..0.1" doc:"estimated error of the strain energy of a unit problem, relative, at which its solution is good" source:"assumed: the energies of bone are then within 2 % of the exact ones in the bundled slices, root mean square, also after many warm starts; well below what cells can tell apart"`
	Limit    int     `param:"limit" default:"500" range:"1..100000" doc:"iterations after which a solve has failed" source:"assumed: several times what real slices need from a cold start"`
}

// Defaults returns the defaults of the tags of Params.
func Defaults() Params {
	return Params{Load: 1, StressY: -0.7, StressX: -0.15, StressZ: -2, Support: 300, Bone: 18e3, Marrow: 2, Poisson: 0.3, Ash: 0.67,
		Exponent: 2.74, Yield: 7000e-6, Failing: 0.02, Coarsen: 2, Accuracy: 1e-4, Limit: 500}
}
