import { lookAtCertificate } from './certificate'
import { bad, type Finding, fair, good } from './finding'
import { type Expected, isHere, reach } from './reach'

/** Whether browsers reach this very desk at an address, and what its scheme means for cookies. */
export const lookAtAddress = async (url: string, expected: Expected): Promise<Finding[]> => {
  const [reached, certificate] = await Promise.all([reach(url, expected), lookAtCertificate(url)])
  if (reached.mark !== 'good') return [reached, ...certificate]
  const { baseUrl } = expected
  if (baseUrl !== undefined && new URL(url).origin !== new URL(baseUrl).origin)
    return [elsewhere(url, baseUrl), ...certificate]
  return [reached, ...certificate, ...schemeOf(url, expected)]
}

const elsewhere = (url: string, baseUrl: string): Finding =>
  bad(
    'address',
    `${url} reaches this desk, but it is set to be at ${baseUrl} and refuses forms and sockets from elsewhere`,
    `Set BASE_URL=${new URL(url).origin} if browsers come by this address.`,
  )

const schemeOf = (url: string, { trustProxy }: Expected): Finding[] => {
  if (url.startsWith('http:') && !isHere(url))
    return [
      fair(
        'cookies',
        'http: passwords and cookies can be read on the way',
        'Put a proxy with a certificate in front and set BASE_URL=https://…',
      ),
    ]
  if (url.startsWith('https:') && trustProxy?.length === 0)
    return [
      fair(
        'cookies',
        'Secure, but all visitors seem to come from the proxy, so they share its limits',
        'Set TRUST_PROXY to the address of the proxy, like 127.0.0.1',
      ),
    ]
  return [good('cookies', url.startsWith('https:') ? 'Secure, over https' : 'http on this machine')]
}
