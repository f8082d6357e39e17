package main

import (
	"github.com/aws/jsii-runtime-go"
	logfire "github.com/cdktf-logfire/cdktf-logfire-go/cdktflogfire"
	"github.com/hashicorp/terraform-cdk-go/cdktf"
)

func dashboards(app cdktf.App) {
	stack := stackOf(app, "dashboard")
	project := givenProject(stack)
	// example: dashboard
	type object = map[string]interface{}

	requests := object{
		"kind": "Panel",
		"spec": object{
			"display": object{"name": "Requests"},
			"plugin":  object{"kind": "TimeSeriesChart", "spec": object{}},
			"queries": []object{{
				"kind": "TimeSeriesQuery",
				"spec": object{
					"plugin": object{
						"kind": "LogfireTimeSeriesQuery",
						"spec": object{
							"query":   "SELECT time_bucket($resolution, start_timestamp) AS x, count(*) AS n FROM records GROUP BY x",
							"metrics": []string{"n"},
							"groupBy": "",
						},
					},
				},
			}},
		},
	}
	logfire.NewLogfireDashboard(stack, jsii.String("Traffic"), &logfire.LogfireDashboardProps{
		Project: project,
		Definition: logfire.DashboardDefinition_FromObject(object{
			"kind": "Dashboard",
			"spec": object{
				"display": object{"name": "Traffic"},
				"panels":  object{"requests": requests},
				"layouts": []object{{
					"kind": "Grid",
					"spec": object{
						"items": []object{{"x": 0, "y": 0, "width": 24, "height": 6, "content": object{"$ref": "#/spec/panels/requests"}}},
					},
				}},
			},
		}),
	})
	// end
}
