package scenario_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"trabecula/sim/scenario"
)

// Sets need no scenario: the defaults and what is set, or every fault and nothing.
func TestSetWithoutAScenario(t *testing.T) {
	m := defaults()
	m.osteoclast.Nuclei = 20
	require.NoError(t, scenario.Set(m.groups(), []string{"cells.osteoclast.lifespan=10 d"}))
	require.Equal(t, 240.0, m.osteoclast.Lifespan)
	require.Equal(t, 8, m.osteoclast.Nuclei, "what is not set is at its default")

	err := scenario.Set(m.groups(), []string{"cells.osteoclast.lifespan=12 d", "cells.osteoclast.lifepsan=1 d", "banana"})
	require.Len(t, strings.Split(err.Error(), "\n"), 2)
	require.Equal(t, 240.0, m.osteoclast.Lifespan, "nothing is set if anything is wrong")
}
