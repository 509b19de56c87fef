/** The addresses of one entry under where messages go, by its client id. */
export const entryPaths = (messages: string) => ({
  message: (clientId: string) => `${messages}/${clientId}`,
  revision: (clientId: string) => `${messages}/${clientId}/revision`,
  withdrawal: (clientId: string) => `${messages}/${clientId}/withdrawal`,
  /** Only colleagues have it. */
  reveal: (clientId: string) => `${messages}/${clientId}/reveal`,
  reactions: (clientId: string) => `${messages}/${clientId}/reactions`,
})
