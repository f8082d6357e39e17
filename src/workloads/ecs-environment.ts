/** A variable of a container in Amazon ECS. */
export interface EcsVariable {
  /** Name of the variable. */
  readonly name: string;
  /** Its value; never a secret. */
  readonly value: string;
}

/** A variable of a container in Amazon ECS that ECS itself reads from a secret store when it starts the container. */
export interface EcsSecret {
  /** Name of the variable. */
  readonly name: string;
  /** ARN of a secret of Secrets Manager or of a parameter of Systems Manager. */
  readonly valueFrom: string;
}

/** The part of a container definition in Amazon ECS that tells a program where Logfire is. */
export interface EcsEnvironment {
  /** For `environment` of the container definition. */
  readonly environment: EcsVariable[];
  /** For `secrets` of the container definition. */
  readonly secrets: EcsSecret[];
}
