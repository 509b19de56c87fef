import { Problem } from '../../../actors/problem'
import { BlocksPage, blockList, blockPaths } from '../../../views/office/blocks'
import { blockNetwork, blockNetworkForm } from '../../commands/blocks/block'
import { lift } from '../../commands/blocks/lift'
import { readBlocks } from '../../reads/office-blocks'
import { staff } from '../person'
import type { Route } from '../route'
import { officeList } from './list/list'

const list = officeList({
  ...{ list: blockList, permission: 'visitors.block' },
  rows: ({ reads }, _, ask, limit) => readBlocks(reads, ask, limit),
  more: async ({ desk }) => ({
    inForce: (await desk.store.blocks.inForce(desk.clock.now())).length,
  }),
  told: ({ inForce }) => ({ in_force: inForce }),
  draw: (shown, context) => BlocksPage({ ...context, ...shown }),
})

/** Who is kept out. */
export const blockRoutes: readonly Route[] = [
  list.show,
  ...list.files,
  list.verb({
    ...{ path: blockPaths.list, name: 'creation', said: 'blocked', form: blockNetworkForm },
    run: ({ c, web, input }) => blockNetwork(web.desk, staff(c), input),
    made: (id) => ({ id }),
  }),
  list.verb({
    ...{ path: blockPaths.lift(':id'), name: 'lift', said: 'lifted' },
    run: async ({ c, web }) => {
      const block = await web.desk.store.blocks.find(c.req.param('id') ?? '')
      return block ? lift(web.desk, staff(c), block.id) : new Problem('missing', 'missing')
    },
    to: () => blockPaths.list,
  }),
]
