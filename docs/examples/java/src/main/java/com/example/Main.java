package com.example;

import com.hashicorp.cdktf.App;

/** Runs the examples of all guides, each in a stack of its own. */
public final class Main {
  public static void main(String[] args) {
    Quickstart.main(args);
    App app = App.Builder.create().skipValidation(true).build();
    Basics.run(app);
    Adopting.run(app);
    Alerting.run(app);
    Dashboards.run(app);
    Environments.run(app);
    Keys.run(app);
    Monitoring.run(app);
    Policies.run(app);
    Queries.run(app);
    Review.run(app);
    Secrets.run(app);
    app.synth();
  }
}
