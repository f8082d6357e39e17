"""Runs the examples of all guides, each in a stack of its own."""
from adopting import adopting
from alerting import alerting
from basics import basics
from cdktf import App
from dashboards import dashboards
from environments import environments
from keys import keys
from monitoring import monitoring
from policies import policies
from queries import queries
from review import review
from stores import secrets

app = App(skip_validation=True)
for guide in (basics, adopting, alerting, dashboards, environments, keys, monitoring, policies, queries, review, secrets):
    guide(app)
app.synth()
