package scenario_test

import (
	"encoding/json"
	"fmt"
	"regexp"
	"slices"
	"testing"

	"github.com/pelletier/go-toml/v2"
	"github.com/stretchr/testify/require"

	"trabecula/sim/scenario"
)

// violations checks a document against the part of JSON Schema that Schema
// uses, written apart from it, and returns the paths that do not conform.
func violations(schema map[string]any, doc any, path string) (bad []string) {
	fail := func(keyword string) { bad = append(bad, path+": "+keyword) }
	if want, ok := schema["const"]; ok && want != doc {
		fail("const")
	}
	if want, ok := schema["type"]; ok && !slices.ContainsFunc(asList(want), func(w any) bool { return hasType(doc, w.(string)) }) {
		fail("type")
	}
	if enum, ok := schema["enum"]; ok && !slices.Contains(enum.([]any), doc) {
		fail("enum")
	}
	switch doc := doc.(type) {
	case float64:
		if low, ok := schema["minimum"]; ok && doc < low.(float64) {
			fail("minimum")
		}
		if high, ok := schema["maximum"]; ok && doc > high.(float64) {
			fail("maximum")
		}
	case string:
		if p, ok := schema["pattern"]; ok && !regexp.MustCompile(p.(string)).MatchString(doc) {
			fail("pattern")
		}
	case map[string]any:
		bad = append(bad, objectViolations(schema, doc, path)...)
	}
	return bad
}

func objectViolations(schema map[string]any, doc map[string]any, path string) (bad []string) {
	for _, name := range asList(schema["required"]) {
		if _, ok := doc[name.(string)]; name != "" && !ok {
			bad = append(bad, path+": required")
		}
	}
	properties, _ := schema["properties"].(map[string]any)
	for name, value := range doc {
		sub, ok := properties[name]
		if ok {
			bad = append(bad, violations(sub.(map[string]any), value, path+"."+name)...)
		} else if schema["additionalProperties"] == false {
			bad = append(bad, path+"."+name+": additional")
		}
	}
	slices.Sort(bad)
	return bad
}

func asList(v any) []any {
	switch v := v.(type) {
	case nil:
		return nil
	case []any:
		return v
	}
	return []any{v}
}

func hasType(doc any, name string) bool {
	switch doc := doc.(type) {
	case float64:
		return name == "number" || name == "integer" && doc == float64(int64(doc))
	case string:
		return name == "string"
	case bool:
		return name == "boolean"
	case []any:
		return name == "array"
	case map[string]any:
		return name == "object"
	}
	return false
}

// conforms converts a scenario file to JSON and lists where it breaks the schema.
func conforms(t *testing.T, file string) []string {
	t.Helper()
	written, err := turning.Schema(defaults().groups())
	require.NoError(t, err)
	var schema map[string]any
	require.NoError(t, json.Unmarshal(written, &schema))
	require.Equal(t, "https://json-schema.org/draft/2020-12/schema", schema["$schema"])
	var doc any
	require.NoError(t, toml.Unmarshal([]byte(file), &doc))
	text, err := json.Marshal(doc)
	require.NoError(t, err)
	require.NoError(t, json.Unmarshal(text, &doc))
	return violations(schema, doc, "")
}

func TestResolvedConformsToSchema(t *testing.T) {
	require.Empty(t, conforms(t, string(scenario.Resolved(defaults().groups()))))
}

func TestSchemaRefusesWhatLoadRefuses(t *testing.T) {
	tests := []struct{ file, want string }{
		{"title = 'x'", ": required"},
		{"schema = 2", ".schema: const"},
		{"schema = 1\ncells.osteoclast.lifespan = 91", ".cells.osteoclast.lifespan: maximum"},
		{"schema = 1\ncells.osteoclast.lifespan = 0.5", ".cells.osteoclast.lifespan: minimum"},
		{"schema = 1\ncells.osteoclast.lifespan = 'long'", ".cells.osteoclast.lifespan: pattern"},
		{"schema = 1\ncells.osteoclast.lifespan = true", ".cells.osteoclast.lifespan: type"},
		{"schema = 1\ncells.osteoclast.nuclei = 2.5", ".cells.osteoclast.nuclei: type"},
		{"schema = 1\ncells.osteoclast.lifspan = 3", ".cells.osteoclast.lifspan: additional"},
		{"schema = 1\nblood.calcium = 3", ".blood: additional"},
		{"schema = 1\nrun.mode = 'fsat'", ".run.mode: enum"},
		{"schema = 1\nrun.bone = 1", ".run.bone: type"},
		{"schema = 1\nsignals.rankl.half_life = 0.05", ".signals.rankl.half_life: minimum"},
	}
	for _, test := range tests {
		t.Run(test.want, func(t *testing.T) {
			require.Equal(t, []string{test.want}, conforms(t, test.file))
			_, err := load(t, defaults(), test.file)
			require.Error(t, err)
		})
	}
}

func TestSchemaTakesWhatLoadTakes(t *testing.T) {
	for _, value := range []string{`"10 d"`, `" 2 weeks "`, `"30d"`, `"1e3 h"`, `"+20 d"`, "14", `"240 1·h"`} {
		file := fmt.Sprintf("schema = 1\ncells.osteoclast.lifespan = %s\n", value)
		require.Empty(t, conforms(t, file), value)
		_, err := load(t, defaults(), file)
		require.NoError(t, err, value)
	}
}

func TestShowJSONHoldsValuesInTheirUnits(t *testing.T) {
	m := defaults()
	s, err := scenario.Loader{Builtin: builtins}.Load("resting", m.groups(), nil)
	require.NoError(t, err)
	text, err := scenario.ShowJSON(s, m.groups())
	require.NoError(t, err)
	var got struct {
		Name, Title string
		ConfigHash  string `json:"config_hash"`
		Parameters  []map[string]any
	}
	require.NoError(t, json.Unmarshal(text, &got))
	require.Equal(t, "resting", got.Name)
	require.Equal(t, scenario.Hash(m.groups()), got.ConfigHash)
	require.Len(t, got.Parameters, 11)
	require.Equal(t, map[string]any{
		"path": "cells.osteoblast.rate", "value": 0.3, "unit": "um/d", "text": "0.3 um/d", "range": "at most 5 um/d",
		"from": "builtin:resting.toml:5:8", "doc": "apposition", "source": "test",
	}, got.Parameters[4])
}
