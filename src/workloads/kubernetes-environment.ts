/** A key of a Kubernetes secret. */
export interface KubernetesSecretKeyRef {
  /** Name of the secret. */
  readonly name: string;
  /** Key in the data of the secret. */
  readonly key: string;
}

/** The source of a variable's value in Kubernetes. */
export interface KubernetesEnvVarSource {
  /** Key of a secret in the pod's namespace. */
  readonly secretKeyRef: KubernetesSecretKeyRef;
}

/** A variable of a container in Kubernetes, with a value or with its source. */
export interface KubernetesEnvVar {
  /** Name of the variable. */
  readonly name: string;
  /**
   * Value of the variable. Never a secret.
   *
   * @default - the value comes from `valueFrom`
   */
  readonly value?: string;
  /**
   * Source of the value.
   *
   * @default - the value is in `value`
   */
  readonly valueFrom?: KubernetesEnvVarSource;
}

/** A reference to a Kubernetes secret. */
export interface KubernetesSecretRef {
  /** Name of the secret. */
  readonly name: string;
}

/** All keys of a Kubernetes secret, as variables of a container. */
export interface KubernetesEnvFrom {
  /** Secret in the pod's namespace. */
  readonly secretRef: KubernetesSecretRef;
}
