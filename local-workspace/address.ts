// Where the stand-in answers for one of Google's addresses: the host becomes the first path segment.

/** Google's address, served by the workspace instead; addresses of other hosts come back unchanged. */
export function rewriteToWorkspace(workspaceUrl: string, url: string): string {
  const match = /^https:\/\/([a-z0-9.-]*\.?googleapis\.com)(?::443)?(\/.*|\?.*)?$/i.exec(url);
  if (match === null) return url;
  const [, host = '', rest = ''] = match;
  return `${workspaceUrl.replace(/\/+$/, '')}/${host.toLowerCase()}${rest}`;
}
