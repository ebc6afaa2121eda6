/**
 * The leader of the set a member is in (union–find), with each step halving the way for the next caller.
 *
 * @param leader per member one that is nearer to the leader, or the member itself where it leads
 * @see Tarjan & van Leeuwen (1984), path halving. Time O(log members) on average over many calls.
 */
export function leaderOf(leader: Int32Array, member: number): number {
  let at = member
  for (let above = leader[at]!; above !== at; above = leader[at]!) {
    const top = leader[above]!
    leader[at] = top
    at = top
  }
  return at
}
