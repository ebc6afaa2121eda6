"""The work of the Python peers. Each function prepares it, unmeasured, and returns what is measured; its findings are compared with ours."""
import igraph
import numpy as np
import scipy.sparse as sparse
import scipy.sparse.linalg as linalg

RESIDUAL = 1e-12
WIDTH = 16  # owners solved together by Jacobi: the fastest of 8, 16, 32, 64 and all


def sampled(what, size, value):
    return {f"{what} {at}": value[at] for at in (index * size // 50 for index in range(50))}


def graph_of(size, start, target, directed=False):
    return igraph.Graph(n=size, edges=np.column_stack((start, target)), directed=directed)


def betweenness(size, start, target):
    graph = graph_of(size, start, target)
    return lambda: sampled("betweenness of", size, graph.betweenness(directed=False))


def components(size, start, target):
    graph = graph_of(size, start, target)

    def run():
        members = np.bincount(graph.connected_components(mode="weak").membership)
        return {"count": len(members), "largest": members.max()}

    return run


def articulation_points(size, start, target):
    graph = graph_of(size, start, target)

    def run():
        points = graph.articulation_points()
        return {"count": len(points), "sum": sum(points)}

    return run


def k_core(size, start, target):
    graph = graph_of(size, start, target)

    def run():
        core = graph.coreness()
        return {"sum": sum(core), **sampled("core of", size, core)}

    return run


def dominators(size, start, target):
    graph = graph_of(size, start, target, directed=True)

    def run():
        above = np.asarray(graph.dominator(0, mode="out"), dtype=float)
        found = above[above >= 0]  # the root has -1, what is not reached NaN or less
        return {"dominated": len(found), "sum": found.sum()}

    return run


def stakes_of(size, owners, holder, held, share):
    """Shares among companies, turned so that a column per owner is solved for; and what each owner holds directly."""
    rank = np.full(size + len(owners), -1)
    rank[owners] = np.arange(len(owners))
    outside = rank[holder] >= 0
    among = sparse.csr_matrix((share[~outside], (held[~outside], holder[~outside])), shape=(size, size))
    direct = np.zeros((size, len(owners)))
    np.add.at(direct, (held[outside], rank[holder[outside]]), share[outside])
    return among, direct


def certified(value, among, direct):
    """What all owners have of each company, after every column has been checked by its residual."""
    residual = np.abs(direct + among @ value - value).sum(axis=0) / np.maximum(np.abs(direct).sum(axis=0), np.finfo(float).tiny)
    assert residual.max() <= RESIDUAL, f"residual {residual.max()}"
    return value.sum(axis=1)


def owned(size, of_companies):
    return {"sum": of_companies.sum(), **sampled("owned of", size, of_companies)}


def jacobi(among, direct):
    """Looking at the step every fourth time saves a third."""
    step = np.ascontiguousarray(direct)
    value, scale, done = step.copy(), np.abs(step).sum(axis=0), 0
    while done % 4 != 0 or (np.abs(step).sum(axis=0) > RESIDUAL * 0.5 * scale).any():
        step = among @ step
        value += step
        done += 1
    return value


def jacobi_in_blocks(size, among, direct, width):
    """Blocks of some columns stay in the cache; each is checked and added up while it is there."""
    of_companies = np.zeros(size)
    for first in range(0, direct.shape[1], width):
        block = np.ascontiguousarray(direct[:, first:first + width])
        of_companies += certified(jacobi(among, block), among, block)
    return owned(size, of_companies)


def bicgstab(among, direct):
    """To a residual of 1e-7, then the same for what is left: in one go it stalls above 1e-12."""
    matrix = (sparse.identity(among.shape[0], format="csr") - among).tocsr()
    value = np.zeros_like(direct)
    for owner in range(direct.shape[1]):
        left = direct[:, owner]
        limit = RESIDUAL * np.abs(left).sum()
        while np.abs(left).sum() > limit:
            value[:, owner] += linalg.bicgstab(matrix, left, rtol=1e-7, maxiter=1000)[0]
            left = direct[:, owner] - matrix @ value[:, owner]
    return value


def ownership_jacobi(size, **arrays):
    among, direct = stakes_of(size, **arrays)
    return lambda: jacobi_in_blocks(size, among, direct, WIDTH)


def ownership_bicgstab(size, **arrays):
    among, direct = stakes_of(size, **arrays)
    return lambda: owned(size, certified(bicgstab(among, direct), among, direct))


def ownership_lu(size, **arrays):
    among, direct = stakes_of(size, **arrays)
    matrix = (sparse.identity(size, format="csc") - among).tocsc()
    return lambda: owned(size, certified(linalg.splu(matrix).solve(direct), among, direct))


def closest(common, kept=50):
    """Actors shared with the closest places of each, added up. A place shares all of its actors with itself: that largest count is left out."""
    total = 0
    for at in range(common.shape[0]):
        shared = np.sort(common.data[common.indptr[at] : common.indptr[at + 1]])
        total += int(shared[-kept - 1 : -1].sum())
    return total


def shared_actors(size, place, actor):
    present = sparse.csr_matrix((np.ones(len(place), dtype=np.int32), (place, actor)), shape=(size, actor.max() + 1))
    kept = closest(present @ present.T)

    def run():
        common = present @ present.T
        return {"pairs": (common.nnz - size) // 2, "common": (int(common.data.sum(dtype=np.int64)) - len(place)) // 2, "kept": kept}

    return run
