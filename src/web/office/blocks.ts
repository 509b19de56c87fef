import { Problem } from '../../../actors/problem'
import { BlocksPage, blockPaths, blocksInMenu } from '../../../views/office/blocks'
import { blockNetwork, blockNetworkForm } from '../../commands/blocks/block'
import { lift } from '../../commands/blocks/lift'
import { readBlocks } from '../../reads/office-blocks'
import { staff } from '../person'
import type { Route } from '../route'
import { officePage } from './page'

const list = officePage({
  ...{ path: blockPaths.list, permission: 'visitors.block', menu: blocksInMenu },
  find: () => null,
  read: ({ reads }) => readBlocks(reads),
  draw: ({ list }, context) => BlocksPage({ ...context, list }),
})

const one = officePage({
  ...{ path: blockPaths.list, permission: 'visitors.block', menu: blocksInMenu },
  find: async (c, { desk }) =>
    (await desk.store.blocks.find(c.req.param('id') ?? '')) ?? new Problem('missing', 'missing'),
  read: ({ reads }) => readBlocks(reads),
  draw: ({ list }, context) => BlocksPage({ ...context, list }),
})

/** Who is kept out. */
export const blockRoutes: readonly Route[] = [
  list.show,
  list.verb({
    ...{ path: blockPaths.list, name: 'creation', said: 'blocked', form: blockNetworkForm },
    run: ({ c, web, input }) => blockNetwork(web.desk, staff(c), input),
    made: (id) => ({ id }),
  }),
  one.verb({
    ...{ path: blockPaths.lift(':id'), name: 'lift', said: 'lifted' },
    run: ({ c, web, subject }) => lift(web.desk, staff(c), subject.id),
    to: () => blockPaths.list,
  }),
]
