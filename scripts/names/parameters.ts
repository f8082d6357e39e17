import { Assembly } from '../assembly/assembly';

/**
 * Parameters whose names say nothing, as `Type.member(name)`. A destructured parameter is one: jsii calls it `__1`, and C# cannot even compile
 * what is made of that.
 */
export function namelessParameters(assembly: Assembly): string[] {
  return Object.values(assembly.types).flatMap(({ fqn, initializer, methods = [] }) => {
    const callables = [...initializer === undefined ? [] : [{ ...initializer, name: 'constructor' }], ...methods];
    return callables.flatMap(({ name, parameters = [] }) => parameters
      .filter((parameter) => !/^[a-z][A-Za-z0-9]*$/.test(parameter.name))
      .map((parameter) => `${fqn}.${name}(${parameter.name})`));
  });
}
