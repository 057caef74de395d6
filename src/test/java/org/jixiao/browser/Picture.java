package org.jixiao.browser;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a page looks like, at half size: four points of the screen are one here, so that a font's edges count little.
 */
public final class Picture {

    /**
     * Of 255, per colour. Keeping an accepted picture in few colours moves a point by up to 9, and another processor's
     * arithmetic by one or two; a line of the palest grey on white is 31 away.
     */
    static final int SAME = 26;

    /**
     * Points that may be apart, of some 320,000 on a desk and 80,000 on a phone. Two runs differ in none; the end of a
     * line moved by rounding is one or two. One changed character is some 25.
     */
    static final int POINTS = 12;

    private static final int GREY = 0xE8E8E8;
    private static final int RED = 0xD00000;

    private final BufferedImage half;

    private Picture(BufferedImage half) {
        this.half = half;
    }

    /** Of a picture as the screen shows it. */
    public static Picture of(BufferedImage full) {
        var half = new BufferedImage(full.getWidth() / 2, full.getHeight() / 2, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < half.getHeight(); y++)
            for (int x = 0; x < half.getWidth(); x++)
                half.setRGB(x, y, mean(full.getRGB(2 * x, 2 * y, 2, 2, null, 0, 2)));
        return new Picture(half);
    }

    /** Of a picture that was kept. */
    public static Picture kept(BufferedImage half) {
        return new Picture(half);
    }

    /** In the 256 colours it has most of, to keep in little room. */
    public BufferedImage small() {
        Map<Integer, Integer> counts = new HashMap<>();
        each((x, y) -> counts.merge(coarse(half.getRGB(x, y)), 1, Integer::sum));
        List<Integer> colours = new ArrayList<>(counts.keySet());
        colours.sort((a, b) -> counts.get(b) == counts.get(a).intValue() ? a - b : counts.get(b) - counts.get(a));
        int[] most = colours.stream().limit(256).mapToInt(c -> c).toArray();
        var model = new IndexColorModel(8, most.length, most, 0, false, -1, java.awt.image.DataBuffer.TYPE_BYTE);
        var small = new BufferedImage(half.getWidth(), half.getHeight(), BufferedImage.TYPE_BYTE_INDEXED, model);
        Map<Integer, Integer> places = new HashMap<>();
        each((x, y) -> small.getRaster()
                .setSample(x, y, 0, places.computeIfAbsent(coarse(half.getRGB(x, y)), c -> nearest(most, c))));
        return small;
    }

    /** Null where the eye takes both for the same, else what differs. */
    public @Nullable String apart(Picture accepted) {
        if (half.getWidth() != accepted.half.getWidth() || half.getHeight() != accepted.half.getHeight())
            return "another size";
        int points = 0;
        int first = 0;
        for (int y = 0; y < half.getHeight(); y++)
            for (int x = 0; x < half.getWidth(); x++)
                if (apart(half.getRGB(x, y), accepted.half.getRGB(x, y)) && points++ == 0) first = y;
        return points <= POINTS ? null : points + " points differ, the first at y=" + first * 2;
    }

    /** What differs in red on the accepted picture in grey. */
    public BufferedImage difference(Picture accepted) {
        var difference = new BufferedImage(half.getWidth(), half.getHeight(), BufferedImage.TYPE_INT_RGB);
        each((x, y) -> {
            boolean both = x < accepted.half.getWidth() && y < accepted.half.getHeight();
            int was = both ? accepted.half.getRGB(x, y) : 0;
            boolean same = both && !apart(half.getRGB(x, y), was);
            difference.setRGB(x, y, same ? (was >> 3 & 0x1F1F1F) + (GREY - 0x1F1F1F) : RED);
        });
        return difference;
    }

    private interface Point {
        void at(int x, int y);
    }

    private void each(Point point) {
        for (int y = 0; y < half.getHeight(); y++) for (int x = 0; x < half.getWidth(); x++) point.at(x, y);
    }

    private static boolean apart(int a, int b) {
        for (int shift = 0; shift <= 16; shift += 8)
            if (Math.abs((a >> shift & 255) - (b >> shift & 255)) > SAME) return true;
        return false;
    }

    private static int mean(int[] four) {
        int mean = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            int sum = 2;
            for (int one : four) sum += one >> shift & 255;
            mean |= sum / 4 << shift;
        }
        return mean;
    }

    /** Sixteen steps of each colour, black and white among them. */
    private static int coarse(int colour) {
        int coarse = 0;
        for (int shift = 0; shift <= 16; shift += 8) coarse |= ((colour >> shift & 255) + 8) / 17 * 17 << shift;
        return coarse;
    }

    private static int nearest(int[] colours, int wanted) {
        int nearest = 0;
        int least = Integer.MAX_VALUE;
        for (int i = 0; i < colours.length; i++) {
            int far = 0;
            for (int shift = 0; shift <= 16; shift += 8)
                far = Math.max(far, Math.abs((colours[i] >> shift & 255) - (wanted >> shift & 255)));
            if (far < least) {
                least = far;
                nearest = i;
            }
        }
        return nearest;
    }
}
