import type { Book } from './book'
import type { MessagesJob } from './job'
import { openAll, type Talks, text } from './talks'

/**
 * Engine.IO 4 and Socket.IO 5 on a plain WebSocket: `0` open, `40` connect, `2` ping, `42[…]` an
 * event, with a number before the bracket when it wants an answer, which comes as `43<number>[…]`.
 * Each conversation has its readers; the first of them is the visitor who posts.
 */
export const openSocketIo = async (job: MessagesJob, book: Book): Promise<Talks> => {
  const answers = new Map<number, () => void>()
  const rooms = job.visitors.flatMap((room) => Array.from({ length: job.readers }, () => room))
  const sockets = await openAll(rooms, (room, reader) =>
    openSocket(job.readPort, room, (packet) => {
      if (packet.startsWith('42["entry",')) {
        const { id, seq } = JSON.parse(packet.slice(2))[1]
        return book.arrived(reader, id, seq)
      }
      const number = Number.parseInt(packet.slice(2), 10)
      answers.get(number)?.()
      answers.delete(number)
    }),
  )
  let asked = 0
  return {
    post: (visitor, id) =>
      new Promise((resolve) => {
        asked += 1
        answers.set(asked, () => resolve(true))
        sockets[visitor * job.readers]?.send(`42${asked}${JSON.stringify(['say', { id, text }])}`)
      }),
    end: () => {
      for (const socket of sockets) socket.close()
    },
  }
}

const openSocket = (port: number, room: string, hear: (packet: string) => void) =>
  new Promise<WebSocket>((resolve, reject) => {
    const query = `EIO=4&transport=websocket&room=${encodeURIComponent(room)}`
    const socket = new WebSocket(`ws://127.0.0.1:${port}/socket.io/?${query}`)
    socket.onerror = () => reject(new Error('socket.io did not open'))
    socket.onmessage = ({ data }) => {
      const packet = String(data)
      if (packet === '2') socket.send('3')
      else if (packet.startsWith('0')) socket.send('40')
      else if (packet.startsWith('40')) resolve(socket)
      else hear(packet)
    }
  })
