/** A key of a Kubernetes secret. */
export interface KubernetesSecretKeyRef {
  /** Name of the secret. */
  readonly name: string;
  /** Key in its data. */
  readonly key: string;
}

/** Where Kubernetes takes the value of a variable from. */
export interface KubernetesEnvVarSource {
  /** A key of a secret in the pod's namespace. */
  readonly secretKeyRef: KubernetesSecretKeyRef;
}

/** A variable of a container in Kubernetes: with a value, or with where it comes from. */
export interface KubernetesEnvVar {
  /** Name of the variable. */
  readonly name: string;
  /**
   * Its value; never a secret.
   *
   * @default - taken from `valueFrom`
   */
  readonly value?: string;
  /**
   * Where the value comes from.
   *
   * @default - it is in `value`
   */
  readonly valueFrom?: KubernetesEnvVarSource;
}

/** A Kubernetes secret by its name. */
export interface KubernetesSecretRef {
  /** Name of the secret. */
  readonly name: string;
}

/** Everything in a Kubernetes secret as variables of a container. */
export interface KubernetesEnvFrom {
  /** The secret, in the pod's namespace. */
  readonly secretRef: KubernetesSecretRef;
}
