// npm run workspace -- --port N [--data DIR]: the bare stand-in, empty, for any Google client.
import { parseArgs } from 'node:util';
import { startWorkspace, type Workspace } from './workspace.ts';

const USUAL_PORT = 8123;

interface Asked {
  readonly port: number | undefined;
  readonly dataDir: string | undefined;
  readonly conformance: boolean;
}

function asked(): Asked {
  const { values } = parseArgs({
    options: { port: { type: 'string' }, data: { type: 'string' }, conformance: { type: 'boolean', default: false } },
  });
  const port = values.port === undefined ? undefined : Number(values.port);
  if (port !== undefined && !(Number.isInteger(port) && port >= 0 && port < 65_536))
    throw new Error(`--port ${values.port} is no port number`);
  return { port, dataDir: values.data, conformance: values.conformance };
}

const isPortInUse = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';

/** A port that was asked for must be free; the usual one may be another. */
async function start({ port, dataDir, conformance }: Asked): Promise<Workspace> {
  const options = { conformance, ...(dataDir === undefined ? {} : { dataDir }) };
  try {
    return await startWorkspace({ ...options, port: port ?? USUAL_PORT });
  } catch (error) {
    if (!isPortInUse(error)) throw error;
    if (port !== undefined) throw new Error(`port ${port} is in use: choose another with --port, or leave it out`);
    const workspace = await startWorkspace({ ...options, port: 0 });
    console.log(`port ${USUAL_PORT} is in use, so another one was taken`);
    return workspace;
  }
}

try {
  const workspace = await start(asked());
  console.log(`local workspace: ${workspace.url}`);
  const stop = (): void => {
    void workspace.close().then(() => process.exit(0));
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
