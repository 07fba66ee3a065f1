import type { Feature, Position } from 'geojson';
import type { CustomLayerInterface, CustomRenderMethodInput, Map as MapLibre } from 'maplibre-gl';
import { channels } from './palette.ts';

const LONGEST_STEP = 2;
const OPACITY = 0.45;
/** Reach of the feathered edge in CSS pixels. */
const FEATHER = 8;

const mercatorX = (lon: number) => (lon + 180) / 360;
const mercatorY = (lat: number) =>
  (1 - Math.log(Math.tan(Math.PI / 4 + (Math.max(-85, Math.min(85, lat)) * Math.PI) / 360)) / Math.PI) / 2;

interface Mesh {
  readonly place: number;
  /** Where each ring begins in the buffer and how many points it has. */
  readonly rings: readonly (readonly [number, number])[];
  readonly box: readonly [number, number, number, number];
}

const FLAT = `#version 300 es
in vec2 a_pos; out vec2 v_pos;
void main() { v_pos = a_pos * 0.5 + 0.5; gl_Position = vec4(a_pos, 0.0, 1.0); }`;
const SOLID = `#version 300 es
precision mediump float; out vec4 colour; void main() { colour = vec4(1.0); }`;
const BLUR = `#version 300 es
precision mediump float; uniform sampler2D u_image; uniform vec2 u_step; in vec2 v_pos; out vec4 colour;
void main() {
  float sum = 0.0; float weights = 0.0;
  for (int i = -6; i <= 6; i++) { float w = exp(-float(i * i) / 14.0); sum += w * texture(u_image, v_pos + u_step * float(i)).r; weights += w; }
  colour = vec4(sum / weights);
}`;
const PAINT = `#version 300 es
precision mediump float; uniform sampler2D u_image; uniform vec4 u_colour; in vec2 v_pos; out vec4 colour;
void main() { colour = u_colour * texture(u_image, v_pos).r; }`;

/**
 * Areas with an edge that fades: a region is not known to the metre. All areas together make one mask, so that nested
 * ones are no darker; the mask is blurred and laid on the map in one colour.
 */
export class SoftAreas implements CustomLayerInterface {
  readonly id = 'soft-areas';
  readonly type = 'custom' as const;
  readonly renderingMode = '2d' as const;
  #map: MapLibre | null = null;
  #gl: WebGL2RenderingContext | null = null;
  #meshes: Mesh[] = [];
  #features: readonly Feature[] = [];
  #visible: (place: number) => boolean = () => false;
  #colour: [number, number, number] = [0, 0, 0];
  #vertices: WebGLBuffer | null = null;
  #quad: WebGLBuffer | null = null;
  #targets: { frame: WebGLFramebuffer; texture: WebGLTexture }[] = [];
  #stencil: WebGLRenderbuffer | null = null;
  #size: [number, number] = [0, 0];
  #programs = new Map<string, WebGLProgram>();
  #drawn = false;

  setFeatures(features: readonly Feature[]): void {
    this.#features = features.filter(({ geometry }) => /Polygon/.test(geometry.type));
    if (this.#gl) this.#upload(this.#gl);
  }

  show(visible: (place: number) => boolean): void {
    this.#visible = visible;
    this.#map?.triggerRepaint();
  }

  paint(colour: string): void {
    this.#colour = channels(colour);
    this.#map?.triggerRepaint();
  }

  onAdd(map: MapLibre, gl: WebGL2RenderingContext): void {
    this.#map = map;
    this.#gl = gl;
    this.#vertices = gl.createBuffer();
    this.#quad = gl.createBuffer();
    gl.bindBuffer(gl.ARRAY_BUFFER, this.#quad);
    gl.bufferData(gl.ARRAY_BUFFER, new Float32Array([-1, -1, 1, -1, -1, 1, 1, 1]), gl.STATIC_DRAW);
    this.#upload(gl);
  }

  onRemove(): void {
    this.#map = null;
    this.#gl = null;
    this.#programs.clear();
    this.#targets = [];
    this.#size = [0, 0];
  }

  #upload(gl: WebGL2RenderingContext): void {
    const values: number[] = [];
    this.#meshes = this.#features.map((feature) => {
      const { geometry } = feature;
      const polygons =
        geometry.type === 'Polygon'
          ? [geometry.coordinates]
          : geometry.type === 'MultiPolygon'
            ? geometry.coordinates
            : [];
      const all = polygons.flat(2);
      const lons = all.map(([lon = 0]) => lon);
      const lats = all.map(([, lat = 0]) => lat);
      const box = [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)] as const;
      const rings = polygons.flat().map((ring): readonly [number, number] => {
        const first = values.length / 2;
        for (const [lon, lat] of densify(ring)) values.push(mercatorX(lon), mercatorY(lat));
        return [first, values.length / 2 - first];
      });
      return { place: Number(feature.id), rings, box };
    });
    gl.bindBuffer(gl.ARRAY_BUFFER, this.#vertices);
    gl.bufferData(gl.ARRAY_BUFFER, new Float32Array(values), gl.STATIC_DRAW);
  }

  #program(gl: WebGL2RenderingContext, name: string, vertex: string, fragment: string): WebGLProgram {
    const known = this.#programs.get(name);
    if (known) return known;
    const program = gl.createProgram();
    for (const [type, source] of [
      [gl.VERTEX_SHADER, vertex],
      [gl.FRAGMENT_SHADER, fragment],
    ] as const) {
      const shader = gl.createShader(type);
      if (!shader) throw new Error('no shader');
      gl.shaderSource(shader, source);
      gl.compileShader(shader);
      gl.attachShader(program, shader);
    }
    gl.bindAttribLocation(program, 0, 'a_pos');
    gl.linkProgram(program);
    if (!gl.getProgramParameter(program, gl.LINK_STATUS)) throw new Error(gl.getProgramInfoLog(program) ?? 'shader');
    this.#programs.set(name, program);
    return program;
  }

  #resize(gl: WebGL2RenderingContext): void {
    const width = Math.max(1, gl.drawingBufferWidth >> 1);
    const height = Math.max(1, gl.drawingBufferHeight >> 1);
    if (this.#size[0] === width && this.#size[1] === height) return;
    this.#size = [width, height];
    for (const { frame, texture } of this.#targets) {
      gl.deleteFramebuffer(frame);
      gl.deleteTexture(texture);
    }
    if (this.#stencil) gl.deleteRenderbuffer(this.#stencil);
    this.#stencil = gl.createRenderbuffer();
    gl.bindRenderbuffer(gl.RENDERBUFFER, this.#stencil);
    gl.renderbufferStorage(gl.RENDERBUFFER, gl.DEPTH24_STENCIL8, width, height);
    this.#targets = [0, 1].map((at) => {
      const texture = gl.createTexture();
      gl.bindTexture(gl.TEXTURE_2D, texture);
      gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA, width, height, 0, gl.RGBA, gl.UNSIGNED_BYTE, null);
      for (const parameter of [gl.TEXTURE_MIN_FILTER, gl.TEXTURE_MAG_FILTER])
        gl.texParameteri(gl.TEXTURE_2D, parameter, gl.LINEAR);
      for (const parameter of [gl.TEXTURE_WRAP_S, gl.TEXTURE_WRAP_T])
        gl.texParameteri(gl.TEXTURE_2D, parameter, gl.CLAMP_TO_EDGE);
      const frame = gl.createFramebuffer();
      gl.bindFramebuffer(gl.FRAMEBUFFER, frame);
      gl.framebufferTexture2D(gl.FRAMEBUFFER, gl.COLOR_ATTACHMENT0, gl.TEXTURE_2D, texture, 0);
      if (at === 0)
        gl.framebufferRenderbuffer(gl.FRAMEBUFFER, gl.DEPTH_STENCIL_ATTACHMENT, gl.RENDERBUFFER, this.#stencil);
      return { frame, texture };
    });
  }

  prerender(context: WebGLRenderingContext | WebGL2RenderingContext, input: CustomRenderMethodInput): void {
    const gl = context as WebGL2RenderingContext;
    const meshes = this.#meshes.filter(({ place }) => this.#visible(place));
    this.#drawn = meshes.length > 0;
    if (!this.#drawn) return;
    const before = gl.getParameter(gl.FRAMEBUFFER_BINDING) as WebGLFramebuffer | null;
    const viewport = gl.getParameter(gl.VIEWPORT) as Int32Array;
    gl.bindVertexArray(null);
    this.#resize(gl);
    const [width, height] = this.#size;
    gl.viewport(0, 0, width, height);
    gl.disable(gl.DEPTH_TEST);
    gl.disable(gl.CULL_FACE);
    gl.disable(gl.BLEND);
    gl.disable(gl.SCISSOR_TEST);
    gl.colorMask(true, true, true, true);
    gl.stencilMask(255);
    gl.bindFramebuffer(gl.FRAMEBUFFER, this.#targets[0]!.frame);
    gl.clearColor(0, 0, 0, 0);
    gl.clearStencil(0);
    gl.clear(gl.COLOR_BUFFER_BIT | gl.STENCIL_BUFFER_BIT);
    gl.enable(gl.STENCIL_TEST);
    gl.enableVertexAttribArray(0);
    for (const mesh of meshes) this.#mask(gl, input, mesh);
    gl.disable(gl.STENCIL_TEST);
    const blur = this.#program(gl, 'blur', FLAT, BLUR);
    const reach = (FEATHER * (this.#map?.getPixelRatio() ?? 1)) / 2 / 5;
    for (const [from, to, step] of [
      [0, 1, [reach / width, 0]],
      [1, 0, [0, reach / height]],
    ] as const) {
      gl.bindFramebuffer(gl.FRAMEBUFFER, this.#targets[to]!.frame);
      gl.useProgram(blur);
      gl.uniform2f(gl.getUniformLocation(blur, 'u_step'), step[0], step[1]);
      this.#cover(gl, blur, this.#targets[from]!.texture);
    }
    gl.bindFramebuffer(gl.FRAMEBUFFER, before);
    gl.viewport(viewport[0]!, viewport[1]!, viewport[2]!, viewport[3]!);
  }

  /** Marks the inside of an area by the even-odd rule: fans of triangles flip the stencil. */
  #mask(
    gl: WebGL2RenderingContext,
    { shaderData, defaultProjectionData: p }: CustomRenderMethodInput,
    mesh: Mesh,
  ): void {
    const vertex = `#version 300 es\n${shaderData.vertexShaderPrelude}\n${shaderData.define}\nin vec2 a_pos;\nvoid main() { gl_Position = projectTile(a_pos); }`;
    const program = this.#program(gl, `mask-${shaderData.variantName}`, vertex, SOLID);
    gl.useProgram(program);
    const at = (name: string) => gl.getUniformLocation(program, name);
    gl.uniformMatrix4fv(at('u_projection_fallback_matrix'), false, p.fallbackMatrix as Float32List);
    gl.uniformMatrix4fv(at('u_projection_matrix'), false, p.mainMatrix as Float32List);
    gl.uniform4f(
      at('u_projection_tile_mercator_coords'),
      ...(p.tileMercatorCoords as [number, number, number, number]),
    );
    gl.uniform4f(at('u_projection_clipping_plane'), ...(p.clippingPlane as [number, number, number, number]));
    gl.uniform1f(at('u_projection_transition'), p.projectionTransition);
    gl.bindBuffer(gl.ARRAY_BUFFER, this.#vertices);
    gl.vertexAttribPointer(0, 2, gl.FLOAT, false, 0, 0);
    gl.colorMask(false, false, false, false);
    gl.stencilFunc(gl.ALWAYS, 0, 255);
    gl.stencilOp(gl.KEEP, gl.INVERT, gl.INVERT);
    for (const [first, count] of mesh.rings) gl.drawArrays(gl.TRIANGLE_FAN, first, count);
    gl.colorMask(true, true, true, true);
    gl.stencilFunc(gl.NOTEQUAL, 0, 255);
    gl.stencilOp(gl.ZERO, gl.ZERO, gl.ZERO);
    const solid = this.#program(gl, 'solid', FLAT, SOLID);
    gl.useProgram(solid);
    gl.bindBuffer(gl.ARRAY_BUFFER, this.#quad);
    gl.vertexAttribPointer(0, 2, gl.FLOAT, false, 0, 0);
    this.#scissor(gl, mesh);
    gl.drawArrays(gl.TRIANGLE_STRIP, 0, 4);
    gl.disable(gl.SCISSOR_TEST);
  }

  /** Only the part of the screen that the area takes is looked at; on a globe all of it. */
  #scissor(gl: WebGL2RenderingContext, { box: [west, south, east, north] }: Mesh): void {
    const map = this.#map;
    if (!map || map.getProjection()?.type === 'globe') return;
    const { clientWidth, clientHeight } = map.getContainer();
    const corners = (
      [
        [west, south],
        [east, south],
        [east, north],
        [west, north],
      ] as const
    ).map((corner) => map.project([...corner]));
    const [scaleX, scaleY] = [this.#size[0] / clientWidth, this.#size[1] / clientHeight];
    const xs = corners.map(({ x }) => x * scaleX);
    const ys = corners.map(({ y }) => (clientHeight - y) * scaleY);
    const [left, bottom] = [Math.floor(Math.min(...xs)) - 1, Math.floor(Math.min(...ys)) - 1];
    gl.enable(gl.SCISSOR_TEST);
    gl.scissor(left, bottom, Math.ceil(Math.max(...xs)) + 1 - left, Math.ceil(Math.max(...ys)) + 1 - bottom);
  }

  #cover(gl: WebGL2RenderingContext, program: WebGLProgram, texture: WebGLTexture): void {
    gl.activeTexture(gl.TEXTURE0);
    gl.bindTexture(gl.TEXTURE_2D, texture);
    gl.uniform1i(gl.getUniformLocation(program, 'u_image'), 0);
    gl.bindBuffer(gl.ARRAY_BUFFER, this.#quad);
    gl.enableVertexAttribArray(0);
    gl.vertexAttribPointer(0, 2, gl.FLOAT, false, 0, 0);
    gl.drawArrays(gl.TRIANGLE_STRIP, 0, 4);
  }

  render(context: WebGLRenderingContext | WebGL2RenderingContext): void {
    if (!this.#drawn) return;
    const gl = context as WebGL2RenderingContext;
    const program = this.#program(gl, 'paint', FLAT, PAINT);
    gl.bindVertexArray(null);
    gl.useProgram(program);
    gl.disable(gl.DEPTH_TEST);
    gl.disable(gl.STENCIL_TEST);
    gl.enable(gl.BLEND);
    gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
    const [red, green, blue] = this.#colour;
    gl.uniform4f(gl.getUniformLocation(program, 'u_colour'), red * OPACITY, green * OPACITY, blue * OPACITY, OPACITY);
    this.#cover(gl, program, this.#targets[0]!.texture);
  }
}

/** Long edges get points between, so that they bend with the globe. */
function* densify(ring: readonly Position[]): Generator<[number, number]> {
  for (let at = 0; at < ring.length; at++) {
    const [x = 0, y = 0] = ring[at]!;
    const [px = x, py = y] = ring[at - 1] ?? [];
    const steps = Math.max(1, Math.ceil(Math.hypot(x - px, y - py) / LONGEST_STEP));
    for (let step = 1; step <= steps; step++) yield [px + ((x - px) * step) / steps, py + ((y - py) * step) / steps];
  }
}
