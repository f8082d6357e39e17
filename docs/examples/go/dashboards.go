package main

import (
	"github.com/aws/jsii-runtime-go"
	logfire "github.com/cdktf-logfire/cdktf-logfire-go/cdktflogfire"
	"github.com/hashicorp/terraform-cdk-go/cdktf"
)

func dashboards(app cdktf.App) {
	dashboardSections(app)
	dashboardDocument(app)
}

func dashboardSections(app cdktf.App) {
	stack := stackOf(app, "dashboard-sections")
	project := givenProject(stack)
	// example: dashboard-sections
	services := logfire.RowsQuery_FromSql(jsii.String("SELECT DISTINCT service_name FROM records"))
	service := logfire.DashboardVariable_FromQuery(jsii.String("service"), services, &logfire.ChoiceVariableOptions{
		AllowAll: jsii.Bool(true),
	})
	spans := logfire.RecordFilter_FromSql(service.Matches(jsii.String("service_name"))).Also(logfire.RecordFilter_IsRootSpan())
	failed := logfire.RecordFilter_IsException()

	errorRate := logfire.NewValuesPanel(&logfire.ValuesPanelProps{
		PanelId: jsii.String("error-rate"),
		Title:   jsii.String("Error rate"),
		Query: logfire.RowsQuery_Value(&logfire.RecordValueOptions{
			Filter:    spans,
			Aggregate: logfire.RecordAggregate_PercentOf(failed),
		}),
		Unit:       logfire.DashboardUnit_PERCENT(),
		Thresholds: &logfire.ValueThresholds{Warning: jsii.Number(1), Critical: jsii.Number(5)},
	})
	help := logfire.NewMarkdownPanel(&logfire.MarkdownPanelProps{
		PanelId: jsii.String("help"),
		Title:   jsii.String("What to do"),
		Text:    jsii.String("If the error rate is red, see the [runbook](https://example.com/runbook)."),
		Width:   jsii.Number(18),
	})
	requests := logfire.NewTimeSeriesPanel(&logfire.TimeSeriesPanelProps{
		PanelId: jsii.String("requests"),
		Title:   jsii.String("Requests"),
		Query:   logfire.TimeSeriesQuery_Count(&logfire.RecordSeriesOptions{Filter: spans}),
		Display: logfire.TimeSeriesDisplay_BAR,
	})
	slowest := logfire.NewBarPanel(&logfire.BarPanelProps{
		PanelId: jsii.String("slowest"),
		Title:   jsii.String("Slowest spans"),
		Query: logfire.RowsQuery_TopN(&logfire.TopRecordsOptions{
			Filter:       spans,
			GroupBy:      logfire.RecordColumn_SPAN_NAME(),
			Aggregate:    logfire.RecordAggregate_DurationPercentile(jsii.Number(95)),
			GreatestLast: jsii.Bool(true),
		}),
		Unit: logfire.DashboardUnit_SECONDS(),
	})
	exceptions := logfire.NewTablePanel(&logfire.TablePanelProps{
		PanelId: jsii.String("exceptions"),
		Title:   jsii.String("Latest exceptions"),
		Query: logfire.RowsQuery_Records(&logfire.RecentRecordsOptions{
			Filter: spans.Also(failed),
			Columns: &[]logfire.RecordColumn{
				logfire.RecordColumn_START_TIMESTAMP(), logfire.RecordColumn_EXCEPTION_MESSAGE(), logfire.RecordColumn_TRACE_ID(),
			},
			Limit: jsii.Number(20),
		}),
	})

	logfire.NewLogfireDashboard(stack, jsii.String("Shop"), &logfire.LogfireDashboardProps{
		Project: project,
		Definition: logfire.DashboardDefinition_FromSections(&logfire.DashboardDefinitionProps{
			DisplayName: jsii.String("Shop"),
			Duration:    logfire.Duration_Hours(jsii.Number(6)),
			Variables:   &[]logfire.DashboardVariable{service},
			Sections: &[]logfire.DashboardSection{
				logfire.NewDashboardSection(&logfire.DashboardSectionProps{
					Title:  jsii.String("Health"),
					Panels: &[]logfire.DashboardPanel{errorRate, help, requests, slowest},
				}),
				logfire.NewDashboardSection(&logfire.DashboardSectionProps{
					Title:     jsii.String("Details"),
					Panels:    &[]logfire.DashboardPanel{exceptions},
					Collapsed: jsii.Bool(true),
				}),
			},
		}),
	})
	// end
}

func dashboardDocument(app cdktf.App) {
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
