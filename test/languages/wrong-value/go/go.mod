module example.com/wrong-value

go 1.25

require (
	github.com/aws/jsii-runtime-go v1.140.0
	github.com/cdktf-logfire/cdktf-logfire-go/cdktflogfire v0.0.0
	github.com/hashicorp/terraform-cdk-go/cdktf v0.21.0
)
