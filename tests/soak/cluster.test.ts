import { test } from 'bun:test'
import { faultUnderLoad } from '../chaos/faulted'
import { killMariadb, killNode, killRedis, stopNode, stopRedis } from '../chaos/faults'

test('three nodes on MariaDB and Redis, eight faults: nothing lost, every page whole', async () => {
  await faultUnderLoad({
    visitors: 12,
    faults: ({ nodes, redis, mariadb }) => [
      ...[0, 1, 2].map((at) => killNode(nodes, at)),
      ...[0, 1].map((at) => stopNode(nodes, at)),
      ...[killRedis(redis), stopRedis(redis), killMariadb(mariadb)],
    ],
    acked: 500,
  })
}, 150_000)
