package scenario

import (
	"encoding/json"
	"math"
	"strings"

	"trabecula/sim/param"
)

// Schema returns the JSON Schema, draft 2020-12, of a scenario file, for editors
// that complete and check TOML.
func (l Loader) Schema(groups []param.Group) ([]byte, error) {
	properties, causes := headProperties(), object{}
	for _, s := range param.Describe(groups) {
		put(properties, s)
		if l.Causes != nil && l.Causes(s.Path) {
			put(causes, s)
		}
	}
	properties[changesKey] = changes(causes)
	return json.MarshalIndent(object{
		"$schema":              "https://json-schema.org/draft/2020-12/schema",
		"title":                "Scenario of Trabecula",
		"type":                 "object",
		"properties":           properties,
		"required":             []string{"schema"},
		"additionalProperties": false,
	}, "", "  ")
}

// put adds a parameter to the tables of its path.
func put(into object, s param.Spec) {
	if s.Table != "" {
		for _, part := range strings.Split(s.Table, ".") {
			into = table(into, part)
		}
	}
	into[s.Name] = property(s)
}

// changes describes what changes in mid-run; causes are the parameters that may.
func changes(causes object) object {
	time := func(doc string) object {
		return object{"type": []string{"number", "string"}, "pattern": quantity, "x-unit": "d", "description": doc}
	}
	return object{
		"type": "array", "description": "causes that change in mid-run, in the order of time",
		"items": object{"type": "object", "required": []string{"at", "set"}, "additionalProperties": false, "properties": object{
			"at":   time("time since the start"),
			"ramp": time("over which the values move evenly, once a day; without it, at once"),
			"text": object{"type": "string", "description": "what happens, a phrase"},
			"set": object{"type": "object", "additionalProperties": false, "properties": causes,
				"patternProperties": object{`\.`: object{"description": "a whole path in quotes"}}},
		}},
	}
}

// object is a JSON object; encoding/json sorts its keys.
type object = map[string]any

// table returns the properties of the table of that name, making it if need be.
func table(properties object, name string) object {
	if _, ok := properties[name]; !ok {
		properties[name] = object{"type": "object", "properties": object{}, "additionalProperties": false}
	}
	return properties[name].(object)["properties"].(object)
}

// headProperties describes the keys of the file itself.
func headProperties() object {
	return object{
		"schema":  object{"const": 1, "description": "version of the file format"},
		"extends": object{"type": "string", "description": "what this file is laid over: builtin:NAME or the path of a file, relative to this one"},
		"title":   object{"type": "string", "description": "one line"},
		"text":    object{"type": "string", "description": "one paragraph: what is different and why"},
		"sources": object{"type": "array", "items": object{"type": "string"}, "description": "where the changed values come from"},
	}
}

// property describes a parameter. Bounds hold for plain numbers only, which are
// in its unit; texts are held to the form of a quantity.
func property(s param.Spec) object {
	p := object{"description": remark(s), "default": jsonValue(s, s.Default)}
	switch s.Kind {
	case param.Float:
		p["type"] = []string{"number", "string"}
		p["pattern"] = quantity
		p["x-unit"] = s.Unit
	case param.Int:
		p["type"] = []string{"integer", "string"}
		p["pattern"] = quantity
		p["x-unit"] = s.Unit
	case param.Bool:
		p["type"] = "boolean"
	case param.String:
		p["type"] = "string"
		if s.Choices != nil {
			p["enum"] = s.Choices
		}
	}
	bound(p, "minimum", s.Min, s)
	bound(p, "maximum", s.Max, s)
	return p
}

// quantity is a number and perhaps a unit, as a regular expression of ECMA-262.
const quantity = `^\s*[+\-−]?(\d+\.?\d*|\.\d+)([eE][+\-]?\d+)?(\s*[A-Za-zµμ%°/1][^"]*)?$`

// bound adds an end of the range that is not open.
func bound(p object, name string, v float64, s param.Spec) {
	if s.Unit != "" && !math.IsInf(v, 0) {
		p[name] = json.Number(s.Number(v))
	}
}

// jsonValue is a value in the unit of its parameter.
func jsonValue(s param.Spec, v any) any {
	if x, ok := v.(float64); ok {
		return json.Number(s.Number(x))
	}
	return v
}
