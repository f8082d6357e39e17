import { IConstruct } from 'constructs';

/** The construct that a user made: the L2 around a binding, or the binding itself where it stands alone. */
export function ownerOf(element: IConstruct): IConstruct {
  return element.node.id === 'Resource' && element.node.scope ? element.node.scope : element;
}
