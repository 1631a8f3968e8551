import type { Contract, ContractMember } from '../reading/Contract';
import type { ContractOwner } from './ContractDataset';

/** Whoever has the role; without one the team, as a whole. */
export function ownersOf({ members, teamName }: Contract): ContractOwner[] {
  const owners = members.filter(hasRole(/owner/i)).map(ownerOf);
  return owners.length === 0 && teamName ? [{ name: teamName }] : owners;
}

/** Members whose role says that they look after the data. */
export function stewardsOf({ members }: Contract): ContractOwner[] {
  return members.filter(hasRole(/steward/i)).map(ownerOf);
}

function hasRole(pattern: RegExp) {
  return ({ role }: ContractMember) => pattern.test(role ?? '');
}

function ownerOf({ username, name, email }: ContractMember): ContractOwner {
  if (/^(?:group|user):/i.test(username)) {
    return { ref: username.toLowerCase(), name, email };
  }
  return /^\S+@\S+$/.test(username)
    ? { name, email: username }
    : { name: name ?? username, email };
}
