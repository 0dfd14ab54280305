/** Whom the screens of the criteria room ask: the program, or a room that exists only in this window. */
import { createContext, useContext } from 'react';
import type { CallApi } from '../../electron/api.ts';
import { callApi } from '../api-client.ts';

export const RoomCall = createContext<CallApi>(callApi);

/** Whether this room exists only in this window, so that nothing leads out of it. */
export function useIsTour(): boolean {
  return useContext(RoomCall) !== callApi;
}

export function useRoomCall(): CallApi {
  return useContext(RoomCall);
}
