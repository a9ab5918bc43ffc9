package endocrine

// Person is whose body it is: the causes that no gland decides.
type Person struct {
	Sex       string  `param:"sex" default:"female" choices:"female|male" doc:"sex of the person" source:"cause set by a scenario"`
	Age       float64 `param:"age" base:"unit" default:"30 years" range:"10 years..100 years" doc:"age when the simulation begins" source:"cause set by a scenario"`
	Mass      float64 `param:"mass" base:"unit" default:"65 kg" range:"20 kg..250 kg" doc:"body mass, which scales weight-based doses" source:"assumed: a healthy adult"`
	Menarche  float64 `param:"menarche" base:"unit" default:"12.8 years" range:"8 years..20 years" doc:"age at menarche, or at puberty of a boy" source:"assumed: European mean, 12.5-13 y"`
	Menopause float64 `param:"menopause" base:"unit" default:"51 years" range:"25 years..70 years" doc:"age at the final menstrual period" source:"median 51 y (Peterson & Riggs 2012 use 51)"`
}

// Female tells whether the person has ovaries.
func (p Person) Female() bool { return p.Sex == "female" }
